package dev.millstream.engine.operator;

/** {@link HashedInput} for the second input of an operator. */
public interface HashedSecondInput extends SecondInput {
    /** {@link SecondInput#processSecond} of a record that brings its key's hash. */
    void processSecondHashed(Object value, long timestamp, int keyHash);

    /** {@link HashedInput#expect} for the second input. */
    default void expectSecond(int[] keyHashes, int from, int to) {}
}
