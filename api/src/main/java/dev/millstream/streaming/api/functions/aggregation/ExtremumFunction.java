package dev.millstream.streaming.api.functions.aggregation;

import dev.millstream.api.common.functions.ReduceFunction;

/**
 * Keeps the lowest or highest value of one field; the other fields stay those of the first record.
 *
 * @param field something comparable
 * @param highest whether the highest is kept, not the lowest
 */
public record ExtremumFunction<T, V>(FieldReference<T, V> field, boolean highest)
        implements ReduceFunction<T> {
    @Override
    public T reduce(T value1, T value2) throws Exception {
        V second = field.get(value2);
        int order = compare(field.get(value1), second);
        return (highest ? order < 0 : order > 0) ? field.with(value1, second) : value1;
    }

    /** Whether values of a class can be compared; a class that says nothing may. */
    public static boolean canCompare(Class<?> type) {
        return type == Object.class || Comparable.class.isAssignableFrom(type);
    }

    @SuppressWarnings("unchecked") // what isn't comparable to the other one says so itself
    static int compare(Object first, Object second) {
        if (!(first instanceof Comparable<?> comparable)) {
            throw new IllegalArgumentException(
                    "Values of " + first.getClass().getName() + " have no order");
        }
        return ((Comparable<Object>) comparable).compareTo(second);
    }
}
