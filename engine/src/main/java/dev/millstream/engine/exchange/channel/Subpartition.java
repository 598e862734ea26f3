package dev.millstream.engine.exchange.channel;

import dev.millstream.engine.exchange.failure.PartitionFailedException;
import dev.millstream.platform.lane.TaskThread;
import java.util.concurrent.atomic.AtomicReference;
import org.jspecify.annotations.Nullable;

/**
 * Where the producer of a pipelined channel and its reader meet. Readers come on the exchange's
 * lane; the producer looks, and may fail the channel, from its own thread.
 *
 * <p>Memory ordering. Attaching sets {@link #attachment}, then looks at {@link #failure}; failing
 * sets {@code failure}, then looks at {@link #reader} and {@code attachment}. All are volatile, so
 * that at least one side tells the reader; being told twice must do no harm.
 */
public final class Subpartition {
    private final TaskThread producer;
    private final AtomicReference<@Nullable PartitionReader> reader = new AtomicReference<>();
    private final AtomicReference<@Nullable PartitionFailedException> failure =
            new AtomicReference<>();
    private volatile @Nullable Attachment attachment;

    public Subpartition(TaskThread producer) {
        this.producer = producer;
    }

    /**
     * Lets a reader in.
     *
     * @return whether it was: there can be one only
     */
    public boolean attach(PartitionReader newReader) {
        if (!reader.compareAndSet(null, newReader)) {
            return false;
        }
        attachment = newReader.attach();
        tellFailure();
        producer.signal();
        return true;
    }

    /** Tells the reader, now or when it comes, and the producer that nothing more will flow. */
    public void fail(PartitionFailedException reason) {
        if (failure.compareAndSet(null, reason)) {
            tellFailure();
            producer.signal();
        }
    }

    private void tellFailure() {
        PartitionFailedException reason = failure.get();
        if (reason == null) {
            return;
        }
        Attachment attached = attachment;
        if (attached != null) {
            attached.refuse(reason);
        }
        PartitionReader present = reader.get();
        if (present != null) {
            present.fail(reason);
        }
    }

    /**
     * The reader's end; null as long as there is none. By the producer.
     *
     * @throws PartitionFailedException if the subpartition was failed
     */
    @Nullable Attachment attachment() {
        PartitionFailedException reason = failure.get();
        if (reason != null) {
            throw reason;
        }
        return attachment;
    }
}
