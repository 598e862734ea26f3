package dev.millstream.streaming.api.functions.aggregation;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A field by name or position, also one inside another: {@code count}, {@code f1}, {@code 1},
 * {@code order.amount}. Resolved for the class of the first record, and again when another class
 * comes. Used by one task's thread.
 */
public final class FieldPath<T> implements FieldReference<T, Object> {
    private static final long serialVersionUID = 1L;

    /** As the program gives it. */
    private final String path;

    private transient @Nullable Class<?> resolvedFor;
    private transient List<Field> steps = List.of();

    /** By name, or by position as a number. */
    public FieldPath(String path) {
        this.path = path;
    }

    /**
     * Checks that there is such a field.
     *
     * @return its class, as declared
     * @throws IllegalArgumentException if there is none; names those that there are
     */
    public Class<?> check(Class<?> recordClass) {
        List<Field> found = resolve(recordClass);
        return found.getLast().type();
    }

    private List<Field> resolve(Class<?> recordClass) {
        List<Field> found = new ArrayList<>();
        Class<?> owner = recordClass;
        for (String step : path.split("\\.", -1)) {
            Field field = Field.of(owner, step);
            found.add(field);
            owner = field.type();
        }
        return found;
    }

    private List<Field> steps(Object record) throws Exception {
        if (resolvedFor != record.getClass()) {
            steps = resolveByValues(record);
            resolvedFor = record.getClass();
        }
        return steps;
    }

    /** As declared types may say less than the values in a tuple or a generic record. */
    private List<Field> resolveByValues(Object record) throws Exception {
        List<Field> found = new ArrayList<>();
        Object owner = record;
        for (String step : path.split("\\.", -1)) {
            Field field = Field.of(owner.getClass(), step);
            found.add(field);
            owner = field.get(owner);
        }
        return found;
    }

    @Override
    public Object get(T record) throws Exception {
        Object value = record;
        for (Field field : steps(record)) {
            value = field.get(value);
        }
        return value;
    }

    @Override
    @SuppressWarnings("unchecked") // a field exchanged gives an object of the same class
    public T with(T record, Object value) throws Exception {
        return (T) with(record, value, steps(record), 0);
    }

    private static Object with(Object owner, Object value, List<Field> steps, int step)
            throws Exception {
        Field field = steps.get(step);
        boolean last = step == steps.size() - 1;
        return field.with(owner, last ? value : with(field.get(owner), value, steps, step + 1));
    }

    @Override
    public String toString() {
        return path;
    }
}
