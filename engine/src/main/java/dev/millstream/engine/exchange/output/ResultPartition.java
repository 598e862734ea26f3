package dev.millstream.engine.exchange.output;

import dev.millstream.protocol.id.PartitionID;
import dev.millstream.streaming.api.operations.Partitioning;

/**
 * One result of one attempt, divided among its consumers. Made and used by the producing task's
 * thread.
 */
public final class ResultPartition implements AutoCloseable {
    ResultPartition() {}

    public PartitionID id() {
        throw new UnsupportedOperationException();
    }

    /**
     * The partition's only writer; to be called once.
     *
     * @param partitioning which channel each record takes
     * @param maxParallelism number of key groups of the consumer
     */
    public RecordWriter writer(Partitioning partitioning, int maxParallelism) {
        throw new UnsupportedOperationException();
    }

    /**
     * Ends the producer's part. After {@link RecordWriter#finish()} what is written stays for its
     * consumers (and a blocking partition until it is released); else they are told that the
     * producer failed, and everything is dropped. Idempotent.
     */
    @Override
    public void close() {
        throw new UnsupportedOperationException();
    }
}
