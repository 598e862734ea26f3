package dev.millstream.streaming.api.functions.aggregation;

import dev.millstream.api.common.functions.AggregateFunction;
import dev.millstream.api.common.functions.Mergeable;
import dev.millstream.api.common.functions.ReduceFunction;
import java.math.BigInteger;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * A sum or an extremum of one field that is kept beside the first record, and put into it at the
 * end only. Gives what its {@link ReduceFunction} gives, whatever the order in which parts are
 * merged: the first record is told by its place among all that one task has added.
 */
public abstract class FieldFold<T>
        implements AggregateFunction<T, FieldFold.Kept<T>, T>, Mergeable {
    private static final long serialVersionUID = 1L;

    private static final Set<Class<?>> INTEGERS =
            Set.of(Long.class, Integer.class, Short.class, Byte.class);

    /** Equal by comparison means equal, so that it doesn't matter which one is kept. */
    private static final Set<Class<?>> ORDERED =
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

    private final FieldReference<T, Object> field;

    /** Records that this task has added. */
    private long added;

    private FieldFold(FieldReference<T, Object> field) {
        this.field = field;
    }

    /**
     * What has come so far.
     *
     * @param <T> records
     */
    public static final class Kept<T> {
        private @Nullable T first;
        private long firstAdded;
        private long sum;
        private @Nullable Object extreme;

        private Kept() {}
    }

    /**
     * The fold that does the same as a function.
     *
     * @param recordClass of the records; {@code Object} when it isn't known
     * @return empty if there is none that is certain to give the same
     */
    public static <T> Optional<AggregateFunction<T, Kept<T>, T>> of(
            ReduceFunction<T> function, Class<?> recordClass) {
        if (recordClass == Object.class || recordClass.isInterface()) {
            return Optional.empty();
        }
        if (function instanceof SumFunction<T, ?>(FieldPath<T> path)
                && INTEGERS.contains(path.check(recordClass))) {
            return Optional.of(new Sum<>(path));
        }
        if (function instanceof ExtremumFunction<T, ?>(FieldPath<T> path, boolean highest)
                && ORDERED.contains(path.check(recordClass))) {
            return Optional.of(new Extreme<>(path, highest));
        }
        return Optional.empty();
    }

    abstract void fold(Kept<T> kept, Object value);

    abstract void mergeValues(Kept<T> into, Kept<T> other);

    abstract Object result(Kept<T> kept, Class<?> type);

    @Override
    public final Kept<T> createAccumulator() {
        return new Kept<>();
    }

    @Override
    public final Kept<T> add(T record, Kept<T> kept) {
        if (kept.first == null) {
            kept.first = record;
            kept.firstAdded = added;
        }
        added++;
        try {
            fold(kept, field.get(record));
        } catch (Exception e) {
            throw unreadable(e);
        }
        return kept;
    }

    @Override
    public final T getResult(Kept<T> kept) {
        T first = kept.first;
        if (first == null) {
            throw new IllegalStateException("There is no result without a record");
        }
        try {
            return field.with(first, result(kept, field.get(first).getClass()));
        } catch (Exception e) {
            throw unreadable(e);
        }
    }

    @Override
    public final Kept<T> merge(Kept<T> into, Kept<T> other) {
        if (other.first != null) {
            mergeValues(into, other);
            if (into.first == null || other.firstAdded < into.firstAdded) {
                into.first = other.first;
                into.firstAdded = other.firstAdded;
            }
        }
        return into;
    }

    private static RuntimeException unreadable(Exception failure) {
        return failure instanceof RuntimeException known
                ? known
                : new IllegalStateException("A field can't be read or exchanged", failure);
    }

    private static final class Sum<T> extends FieldFold<T> {
        private static final long serialVersionUID = 1L;

        Sum(FieldReference<T, Object> field) {
            super(field);
        }

        @Override
        void fold(Kept<T> kept, Object value) {
            kept.sum += ((Number) value).longValue();
        }

        @Override
        void mergeValues(Kept<T> into, Kept<T> other) {
            into.sum += other.sum;
        }

        /** Wraps around as sums of that type do. */
        @Override
        Object result(Kept<T> kept, Class<?> type) {
            if (type == Integer.class) {
                return (int) kept.sum;
            }
            if (type == Short.class) {
                return (short) kept.sum;
            }
            return type == Byte.class ? (Object) (byte) kept.sum : (Object) kept.sum;
        }
    }

    private static final class Extreme<T> extends FieldFold<T> {
        private static final long serialVersionUID = 1L;

        private final boolean highest;

        Extreme(FieldReference<T, Object> field, boolean highest) {
            super(field);
            this.highest = highest;
        }

        @Override
        void fold(Kept<T> kept, Object value) {
            Object known = kept.extreme;
            if (known == null) {
                kept.extreme = value;
            } else {
                int order = ExtremumFunction.compare(known, value);
                if (highest ? order < 0 : order > 0) {
                    kept.extreme = value;
                }
            }
        }

        @Override
        void mergeValues(Kept<T> into, Kept<T> other) {
            if (other.extreme != null) {
                fold(into, other.extreme);
            }
        }

        @Override
        Object result(Kept<T> kept, Class<?> type) {
            Object known = kept.extreme;
            if (known == null) {
                throw new IllegalStateException("There is no extremum without a record");
            }
            return known;
        }
    }
}
