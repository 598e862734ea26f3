package dev.millstream.engine.batch;

import dev.millstream.engine.operator.OperatorContext;
import dev.millstream.engine.specialization.ClassCopies;
import dev.millstream.streaming.api.functions.aggregation.FieldPath;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.ToLongFunction;
import org.jspecify.annotations.Nullable;

/**
 * Sums of a field that has whole numbers of one class: plain numbers side by side; the table keeps
 * each key's first record. Records in which the field has another class are not taken. Each class
 * of records has its own copy of this class.
 */
final class LongPartials implements Partials {
    private static final int MIN_CAPACITY = 16;

    private static final Set<Class<?>> KINDS =
            Set.of(Long.class, Integer.class, Short.class, Byte.class);

    private final OperatorContext context;
    private final FieldPath<Object> field;

    /** The numbers' class. */
    private final Class<?> kind;

    /** Of the records that the reader reads; {@link Void} if it reads none. */
    private final Class<?> plainClass;

    private final ToLongFunction<Object> reader;
    private long[] sums = new long[MIN_CAPACITY];

    LongPartials(
            OperatorContext context,
            FieldPath<Object> field,
            Class<?> kind,
            Class<?> plainClass,
            ToLongFunction<Object> reader) {
        this.context = context;
        this.field = field;
        this.kind = kind;
        this.plainClass = plainClass;
        this.reader = reader;
    }

    /**
     * For one task; empty if the first record's field has no whole number of a primitive class, or
     * can't be read: the aggregate itself says so.
     */
    static Optional<Partials> of(OperatorContext context, FieldPath<Object> field, Object record) {
        Class<?> kind;
        try {
            kind = field.get(record).getClass();
        } catch (Exception unreadable) {
            return Optional.empty();
        }
        if (!KINDS.contains(kind)) {
            return Optional.empty();
        }
        Optional<ToLongFunction<Object>> plain = field.plainNumbers(record.getClass());
        ToLongFunction<Object> reader = plain.orElse(_ -> 0);
        return Optional.of(
                (Partials)
                        ClassCopies.create(
                                LongPartials.class,
                                List.of(reader),
                                context,
                                field,
                                kind,
                                plain.isPresent() ? record.getClass() : Void.class,
                                reader));
    }

    @Override
    public @Nullable Object begin(int index, Object record) {
        if (index >= sums.length) {
            sums = Arrays.copyOf(sums, Math.multiplyExact(2, sums.length));
        }
        sums[index] = 0;
        return addTo(sums, index, record) ? record : null;
    }

    @Override
    public boolean add(GroupTable table, int index, Object record) {
        return addTo(sums, index, record);
    }

    @Override
    public void addFound(GroupTable table, RecordGroup group) {
        long[] all = sums;
        int size = group.size();
        for (int place = 0; place < size; place++) {
            int index = group.index(place);
            if (index >= 0 && !addTo(all, index, group.record(place))) {
                group.setAside(place);
            }
        }
    }

    private boolean addTo(long[] all, int index, Object record) {
        if (record != null && record.getClass() == plainClass) {
            all[index] += plainNumber(record);
            return true;
        }
        Number number = number(record);
        if (number == null) {
            return false;
        }
        all[index] += number.longValue();
        return true;
    }

    private long plainNumber(Object record) {
        try {
            return reader.applyAsLong(record);
        } catch (Throwable t) { // an accessor of the user's
            throw context.userFailure(t);
        }
    }

    /**
     * Null if there is none of the kind: the aggregate behind the exchange will say what is wrong.
     */
    private @Nullable Number number(Object record) {
        try {
            Object value = field.get(record);
            return value.getClass() == kind ? (Number) value : null;
        } catch (Exception unreadable) {
            return null;
        }
    }

    @Override
    public Object result(GroupTable table, int index) {
        try {
            return field.with(table.kept(index), boxed(sums[index]));
        } catch (Throwable t) { // a constructor of the user's
            throw context.userFailure(t);
        }
    }

    /** Wraps around as sums of that kind do. */
    private Object boxed(long sum) {
        if (kind == Integer.class) {
            return (int) sum;
        }
        if (kind == Short.class) {
            return (short) sum;
        }
        return kind == Byte.class ? (Object) (byte) sum : (Object) sum;
    }
}
