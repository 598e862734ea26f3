package dev.millstream.engine.batch;

import dev.millstream.api.common.functions.ReduceFunction;
import dev.millstream.streaming.api.functions.aggregation.ExtremumFunction;
import dev.millstream.streaming.api.functions.aggregation.FieldReference;
import dev.millstream.streaming.api.functions.aggregation.SumFunction;
import java.math.BigInteger;
import java.util.Set;

/** Knows of which values an aggregate is the same in whatever parts it is computed. */
final class CombinableValues {
    private static final Set<Class<?>> ADDED =
            Set.of(Long.class, Integer.class, Short.class, Byte.class, BigInteger.class);

    /** Equal by comparison means equal, so that it doesn't matter which one is kept. */
    private static final Set<Class<?>> COMPARED =
            Set.of(
                    Long.class,
                    Integer.class,
                    Short.class,
                    Byte.class,
                    Double.class,
                    Float.class,
                    Character.class,
                    Boolean.class,
                    String.class,
                    BigInteger.class);

    private CombinableValues() {}

    /**
     * Whether the record's value is one of them. What can't be read is left to the aggregate, which
     * says so.
     */
    static boolean contain(ReduceFunction<Object> function, Object record) {
        return switch (function) {
            case SumFunction<Object, ?>(var field) -> isOf(ADDED, field, record);
            case ExtremumFunction<Object, ?>(var field, var _) -> isOf(COMPARED, field, record);
            default -> false;
        };
    }

    private static boolean isOf(
            Set<Class<?>> classes, FieldReference<Object, ?> field, Object record) {
        try {
            return classes.contains(field.get(record).getClass());
        } catch (Exception unreadable) {
            return false;
        }
    }
}
