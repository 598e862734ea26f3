package dev.millstream.streaming.api.functions.aggregation;

import java.util.Optional;
import java.util.function.ToLongFunction;
import org.jspecify.annotations.Nullable;

/**
 * A field by name or position, also one inside another: {@code count}, {@code f1}, {@code 1},
 * {@code order.amount}. Resolved for the classes of the first record's values, and again when
 * others come, as declared types may say less than the values. Used by one task's thread.
 */
public final class FieldPath<T> implements FieldReference<T, Object> {
    private static final long serialVersionUID = 1L;

    /** As the program gives it. */
    private final String path;

    /** Made when first used, as what they resolve to does not travel. */
    private transient Step @Nullable [] steps;

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
        Class<?> owner = recordClass;
        for (String name : names()) {
            if (owner == Object.class) {
                return owner;
            }
            owner = Field.of(owner, name).type();
        }
        return owner;
    }

    private String[] names() {
        return path.split("\\.", -1);
    }

    private Step[] steps() {
        Step[] known = steps;
        if (known == null) {
            String[] names = names();
            known = new Step[names.length];
            for (int i = 0; i < names.length; i++) {
                known[i] = new Step(names[i]);
            }
            steps = known;
        }
        return known;
    }

    @Override
    public Object get(T record) throws Exception {
        Object value = record;
        for (Step step : steps()) {
            value = step.field(value).get(value);
        }
        return value;
    }

    /**
     * Reads the field of records of one class without an object for each number; empty if its class
     * doesn't declare it as a primitive whole number, or can't be read that way. The same reader
     * each time.
     */
    public Optional<ToLongFunction<Object>> plainNumbers(Class<?> recordClass) {
        String[] names = names();
        return names.length == 1 && Field.of(recordClass, names[0]) instanceof RecordField only
                ? only.plainNumbers()
                : Optional.empty();
    }

    @Override
    @SuppressWarnings("unchecked") // a field exchanged gives an object of the same class
    public T with(T record, Object value) throws Exception {
        return (T) with(record, value, steps(), 0);
    }

    private static Object with(Object owner, Object value, Step[] steps, int index)
            throws Exception {
        Field field = steps[index].field(owner);
        if (index == steps.length - 1) {
            return field.with(owner, value);
        }
        return field.with(owner, with(field.get(owner), value, steps, index + 1));
    }

    @Override
    public String toString() {
        return path;
    }

    /** A name, with the field that it meant last. */
    private static final class Step {
        private final String name;
        private @Nullable Class<?> owner;
        private @Nullable Field field;

        Step(String name) {
            this.name = name;
        }

        Field field(Object value) {
            Field known = field;
            if (known == null || owner != value.getClass()) {
                known = Field.of(value.getClass(), name);
                field = known;
                owner = value.getClass();
            }
            return known;
        }
    }
}
