package dev.millstream.streaming.api.operations;

import dev.millstream.api.common.functions.Partitioner;
import dev.millstream.api.java.functions.KeySelector;
import java.io.Serializable;

/** Which channel each record takes between two operators that are not chained. */
public sealed interface Partitioning extends Serializable {
    /** To the consumer of the same index, which may then be chained. */
    record Forward() implements Partitioning {}

    /** In turn to all consumers, starting at a random one. */
    record Rebalance() implements Partitioning {}

    /** In turn to the neighbouring consumers only. */
    record Rescale() implements Partitioning {}

    /** At random. */
    record Shuffle() implements Partitioning {}

    /** To all consumers. */
    record Broadcast() implements Partitioning {}

    /** To the first consumer. */
    record Global() implements Partitioning {}

    /**
     * By key group: stable hash of the key, modulo the maximum parallelism, in contiguous ranges to
     * consumers.
     */
    record Hash<T, K>(KeySelector<T, K> key) implements Partitioning {}

    /** As the user's partitioner says. */
    record Custom<T, K>(Partitioner<K> partitioner, KeySelector<T, K> key)
            implements Partitioning {}
}
