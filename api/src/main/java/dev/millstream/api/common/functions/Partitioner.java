package dev.millstream.api.common.functions;

/** Chooses the subtask that gets a record. */
@FunctionalInterface
public interface Partitioner<K> extends Function {
    /**
     * Chooses by the record's key.
     *
     * @return from 0 to {@code numPartitions - 1}; anything else fails the task
     */
    int partition(K key, int numPartitions);
}
