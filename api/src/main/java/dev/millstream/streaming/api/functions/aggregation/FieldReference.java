package dev.millstream.streaming.api.functions.aggregation;

import java.io.Serializable;

/** Reads and exchanges a value in records. */
public interface FieldReference<T, V> extends Serializable {
    /** The value. */
    V get(T record) throws Exception;

    /** A record with another value; the given one stays as it is. */
    T with(T record, V value) throws Exception;
}
