package dev.millstream.engine.exchange.output;

import dev.millstream.engine.exchange.channel.OutputContext;
import dev.millstream.engine.exchange.channel.OutputSettings;
import dev.millstream.engine.exchange.channel.PartitionReader;
import dev.millstream.engine.exchange.channel.TaskSide;
import dev.millstream.engine.exchange.failure.PartitionFailedException;
import dev.millstream.engine.exchange.failure.PartitionFailedException.Reason;
import dev.millstream.protocol.id.PartitionID;
import dev.millstream.protocol.task.ResultPartitionDescriptor;
import dev.millstream.streaming.api.operations.Partitioning;
import org.jspecify.annotations.Nullable;

/**
 * One result of one attempt, divided among its consumers. The producing task's thread makes it,
 * gets its writer, and closes it at the end, however it ends.
 */
public abstract class ResultPartition implements AutoCloseable {
    private final ResultPartitionDescriptor descriptor;
    private final OutputSettings settings;
    private final OutputContext context;
    private @Nullable RecordWriter writer;
    private boolean closed;

    ResultPartition(ResultPartitionDescriptor descriptor, OutputSettings settings, TaskSide task) {
        this.descriptor = descriptor;
        this.settings = settings;
        this.context = new OutputContext(settings, task, descriptor.subpartitions());
    }

    public final PartitionID id() {
        return descriptor.partition();
    }

    /** Number of channels. */
    public final int subpartitions() {
        return descriptor.subpartitions();
    }

    final OutputContext context() {
        return context;
    }

    /**
     * The partition's only writer.
     *
     * @param partitioning which channel each record takes
     * @param maxParallelism number of key groups of the consumer
     * @throws IllegalStateException if there is one already
     */
    public final RecordWriter writer(Partitioning partitioning, int maxParallelism) {
        if (writer != null) {
            throw new IllegalStateException("Partition " + id() + " has a writer already");
        }
        RecordWriter created =
                Writers.create(partitioning, maxParallelism, this, settings.randomness());
        writer = created;
        return created;
    }

    /**
     * Ends the producer's part. After {@link RecordWriter#finish()} what is written stays for its
     * consumers (a blocking partition until it is released); else they are told that the producer
     * failed, and everything is dropped. Never waits for a consumer. Idempotent.
     */
    @Override
    public final void close() {
        if (closed) {
            return;
        }
        closed = true;
        if (writer != null && writer.isFinished()) {
            ended();
        } else {
            producerFailed(
                    new PartitionFailedException(
                            Reason.PRODUCER_FAILED,
                            "The producer of partition "
                                    + id()
                                    + " failed or was cancelled before it had written all of"
                                    + " it"));
        }
    }

    /** The end of input is in every channel. On the producer's thread, once, by its writer. */
    abstract void seal();

    /** It is sealed and the producer is through. On the producer's thread, once. */
    abstract void ended();

    /** Not all was written. On the producer's thread, once. */
    abstract void producerFailed(PartitionFailedException reason);

    /** Gives a reader its subpartition, or tells it why not. On the exchange's lane. */
    public abstract void serve(int subpartition, PartitionReader reader);

    /**
     * Nobody wants the partition any more: a blocking one is deleted, now or when it is complete;
     * the producer and the readers of a pipelined one fail. On the exchange's lane.
     */
    public abstract void abandon(PartitionFailedException reason);

    /** Tells a reader that there is no such subpartition. Returns whether there is. */
    final boolean checkIndex(int subpartition, PartitionReader reader) {
        if (subpartition >= 0 && subpartition < subpartitions()) {
            return true;
        }
        reader.fail(
                new PartitionFailedException(
                        Reason.NOT_FOUND,
                        "Partition "
                                + id()
                                + " has "
                                + subpartitions()
                                + " subpartitions, number "
                                + subpartition
                                + " was asked for"));
        return false;
    }
}
