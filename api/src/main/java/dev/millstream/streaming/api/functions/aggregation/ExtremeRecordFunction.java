package dev.millstream.streaming.api.functions.aggregation;

import dev.millstream.api.common.functions.ReduceFunction;
import dev.millstream.api.java.functions.KeySelector;

/**
 * Keeps the whole record with the lowest or highest value.
 *
 * @param value something comparable
 * @param highest whether the highest is kept, not the lowest
 * @param first whether of several such records the first is kept, not the last
 */
public record ExtremeRecordFunction<T, V>(KeySelector<T, V> value, boolean highest, boolean first)
        implements ReduceFunction<T> {
    @Override
    public T reduce(T value1, T value2) throws Exception {
        int order = ExtremumFunction.compare(value.getKey(value1), value.getKey(value2));
        if (order == 0) {
            return first ? value1 : value2;
        }
        return (order > 0) == highest ? value1 : value2;
    }
}
