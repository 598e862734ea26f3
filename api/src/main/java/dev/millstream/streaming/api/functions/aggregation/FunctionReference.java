package dev.millstream.streaming.api.functions.aggregation;

import dev.millstream.api.java.functions.FieldUpdate;
import dev.millstream.api.java.functions.KeySelector;

/**
 * A value that the user's functions read and exchange.
 *
 * @param getter reads it
 * @param update exchanges it
 */
public record FunctionReference<T, V>(KeySelector<T, V> getter, FieldUpdate<T, V> update)
        implements FieldReference<T, V> {
    @Override
    public V get(T record) throws Exception {
        return getter.getKey(record);
    }

    @Override
    public T with(T record, V value) throws Exception {
        return update.with(record, value);
    }
}
