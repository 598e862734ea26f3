package dev.millstream.api.common.accumulators;

import java.io.Serializable;

/**
 * Counts something up in each subtask; the client gets all of them merged. Used by one task thread
 * at a time.
 *
 * @param <V> what is added
 * @param <R> the result
 */
public interface Accumulator<V, R extends Serializable> extends Serializable, Cloneable {
    /** Takes a value in. */
    void add(V value);

    /** What this subtask has so far. */
    R getLocalValue();

    /** Back to the start. */
    void resetLocal();

    /** Takes in what another one of the same class has. */
    void merge(Accumulator<V, R> other);

    /** An independent copy. */
    Accumulator<V, R> clone();
}
