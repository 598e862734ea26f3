package dev.millstream.streaming.api.datastream;

import dev.millstream.api.java.functions.KeySelector;

/** The same key for all records. */
record OneKey<T>() implements KeySelector<T, Integer> {
    @Override
    public Integer getKey(T value) {
        return 0;
    }
}
