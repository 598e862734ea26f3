package dev.millstream.streaming.api.functions.aggregation;

import dev.millstream.api.common.functions.ReduceFunction;
import java.math.BigDecimal;
import java.math.BigInteger;

/**
 * Adds up one field; the others stay those of the first record.
 *
 * @param field a number
 */
public record SumFunction<T, V>(FieldReference<T, V> field) implements ReduceFunction<T> {
    @Override
    @SuppressWarnings("unchecked") // numbers of one class add up to a number of that class
    public T reduce(T value1, T value2) throws Exception {
        return field.with(value1, (V) add(field.get(value1), field.get(value2)));
    }

    /** Whether values of a class can be added up; a class that says nothing may. */
    public static boolean canSum(Class<?> type) {
        return type == Object.class
                || type == Number.class
                || type == Integer.class
                || type == Long.class
                || type == Double.class
                || type == Float.class
                || type == Short.class
                || type == Byte.class
                || type == BigDecimal.class
                || type == BigInteger.class;
    }

    private static Object add(Object first, Object second) {
        return switch (first) {
            case Integer a when second instanceof Integer b -> a + b;
            case Long a when second instanceof Long b -> a + b;
            case Double a when second instanceof Double b -> a + b;
            case Float a when second instanceof Float b -> a + b;
            case Short a when second instanceof Short b -> (short) (a + b);
            case Byte a when second instanceof Byte b -> (byte) (a + b);
            case BigDecimal a when second instanceof BigDecimal b -> a.add(b);
            case BigInteger a when second instanceof BigInteger b -> a.add(b);
            default ->
                    throw new IllegalArgumentException(
                            "A "
                                    + first.getClass().getName()
                                    + " and a "
                                    + second.getClass().getName()
                                    + " can't be added up");
        };
    }
}
