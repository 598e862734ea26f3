package dev.millstream.engine.operator;

/**
 * A keyed operator that takes records together with their keys' hashes, which their sender has
 * found already when it chose a channel. Records that come without one, as they come from this very
 * task, go to {@link Output#process}.
 */
public interface HashedInput {
    /**
     * {@link Output#process} of a record that brings its key's hash. The hash of a key whose class
     * hashes itself may differ between processes: {@link KeyAccess#confirmed} finds out.
     *
     * @param keyHash {@link dev.millstream.types.key.StableHash#hash} of the key, as the sender saw
     *     it
     */
    void processHashed(Object value, long timestamp, int keyHash);

    /**
     * Records of keys with these hashes come next. An operator with much state reads ahead what it
     * will need for them; what it does to them must not depend on it.
     *
     * @param keyHashes to be read only
     * @param from index of the first that counts
     * @param to behind the last one
     */
    default void expect(int[] keyHashes, int from, int to) {}
}
