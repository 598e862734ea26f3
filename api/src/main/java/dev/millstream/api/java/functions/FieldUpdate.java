package dev.millstream.api.java.functions;

import dev.millstream.api.common.functions.Function;

/** Makes a record with one value exchanged. Ours; for records that are immutable. */
@FunctionalInterface
public interface FieldUpdate<T, V> extends Function {
    /**
     * The record with the new value; the given one stays as it is.
     *
     * @throws Exception whatever goes wrong: it fails the task
     */
    T with(T record, V value) throws Exception;
}
