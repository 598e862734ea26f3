package dev.millstream.engine.exchange.remote;

import dev.millstream.engine.exchange.element.EncodedBatch;
import dev.millstream.engine.exchange.failure.PartitionFailedException;
import dev.millstream.engine.exchange.failure.PartitionFailedException.Reason;
import dev.millstream.engine.exchange.queue.Handover;
import dev.millstream.engine.exchange.spill.SpilledReader;
import dev.millstream.platform.lane.BlockingPool;
import java.io.IOException;
import java.util.concurrent.CompletionException;
import java.util.concurrent.atomic.AtomicBoolean;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Reads a spilled subpartition in the blocking pool and puts it into an outgoing channel's queue,
 * one batch at a time. One call is under way at most: whoever sets {@link #busy} makes it, and has
 * the reader and the producer's part of the queue until it clears the flag.
 */
final class SpilledFeed {
    private static final Logger LOG = LoggerFactory.getLogger(SpilledFeed.class);

    private final SpilledReader reader;
    private final BlockingPool pool;
    private final Handover<EncodedBatch> queue;
    private final OutgoingChannel channel;
    private final AtomicBoolean busy = new AtomicBoolean();

    SpilledFeed(
            SpilledReader reader,
            BlockingPool pool,
            Handover<EncodedBatch> queue,
            OutgoingChannel channel) {
        this.reader = reader;
        this.pool = pool;
        this.queue = queue;
        this.channel = channel;
    }

    /** Reads a batch unless that is being done, or the last one waits for credit. */
    void readNext() {
        if (queue.isEmpty() && busy.compareAndSet(false, true)) {
            if (!reader.hasMore()) {
                busy.set(false);
                return;
            }
            var _ = pool.submit("read spilled partition", this::read).whenComplete(this::onRead);
        }
    }

    /** In the pool. */
    private EncodedBatch read() {
        boolean goesOn = false;
        try {
            EncodedBatch batch = reader.read();
            goesOn = !batch.isLast();
            return batch;
        } finally {
            if (!goesOn) {
                closeReader();
            }
        }
    }

    private void onRead(@Nullable EncodedBatch batch, @Nullable Throwable failure) {
        if (batch != null) {
            queue.put(batch);
            busy.set(false);
            channel.pump();
        } else {
            busy.set(false);
            channel.fail(asPartitionFailure(failure));
        }
    }

    private static PartitionFailedException asPartitionFailure(@Nullable Throwable failure) {
        Throwable cause =
                failure instanceof CompletionException wrapped && wrapped.getCause() != null
                        ? wrapped.getCause()
                        : failure;
        return cause instanceof PartitionFailedException typed
                ? typed
                : new PartitionFailedException(
                        Reason.FILE, "A spilled partition can't be read: " + cause, cause);
    }

    /** Closes the file, now or when the call that is under way ends and pumps. */
    void close() {
        if (busy.compareAndSet(false, true)) {
            if (reader.hasMore()) {
                var _ = pool.submit("close spilled partition", this::closeAndClear);
            } else {
                busy.set(false);
            }
        }
    }

    private boolean closeAndClear() {
        closeReader();
        busy.set(false);
        return true;
    }

    private void closeReader() {
        try {
            reader.close();
        } catch (IOException e) {
            LOG.warn("A spilled partition could not be closed after reading", e);
        }
    }
}
