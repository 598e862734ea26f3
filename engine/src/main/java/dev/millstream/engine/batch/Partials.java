package dev.millstream.engine.batch;

import dev.millstream.api.common.functions.ReduceFunction;
import dev.millstream.engine.operator.OperatorContext;
import dev.millstream.streaming.api.functions.aggregation.FieldPath;
import dev.millstream.streaming.api.functions.aggregation.SumFunction;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** What one task has aggregated, by the index of the key in its table. */
interface Partials {
    /**
     * Begins with a key's first record.
     *
     * @param index the one behind all others
     * @return what the table is to keep; null if the record can't be aggregated before it is sent
     */
    @Nullable Object begin(int index, Object record);

    /**
     * Adds a record.
     *
     * @return false if it can't be aggregated before it is sent
     */
    boolean add(GroupTable table, int index, Object record);

    /** Adds the records whose keys were found; those that it can't add are set aside. */
    void addFound(GroupTable table, RecordGroup group);

    /** A key's result. */
    Object result(GroupTable table, int index);

    /**
     * For a built-in aggregate.
     *
     * @param record the first one
     */
    static Partials of(OperatorContext context, ReduceFunction<Object> function, Object record) {
        if (function instanceof SumFunction<Object, ?>(FieldPath<Object> field)) {
            Optional<Partials> numbers = LongPartials.of(context, field, record);
            if (numbers.isPresent()) {
                return numbers.get();
            }
        }
        return new ObjectPartials(function, GroupValues.of(context, function, record.getClass()));
    }
}
