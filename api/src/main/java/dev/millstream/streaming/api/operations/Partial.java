package dev.millstream.streaming.api.operations;

import dev.millstream.api.java.functions.KeySelector;

/**
 * Records of one key and slice of time that were combined before they were sent.
 *
 * @param key theirs
 * @param sliceStart of their timestamps, milliseconds since 1970
 * @param accumulator what they add up to
 * @param records how many there are
 */
public record Partial(Object key, long sliceStart, Object accumulator, int records) {
    /**
     * The key of what an operator emits that combines some records and passes others on.
     *
     * @param ofRecord of those that it passes on
     */
    public record Key<K>(KeySelector<?, K> ofRecord) implements KeySelector<Object, K> {
        @Override
        @SuppressWarnings("unchecked") // what isn't combined is a record of the stream
        public K getKey(Object value) throws Exception {
            return value instanceof Partial partial
                    ? (K) partial.key
                    : ((KeySelector<Object, K>) ofRecord).getKey(value);
        }
    }
}
