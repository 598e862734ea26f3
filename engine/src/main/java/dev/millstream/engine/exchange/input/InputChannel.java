package dev.millstream.engine.exchange.input;

import dev.millstream.engine.exchange.element.Batch;
import dev.millstream.engine.exchange.failure.PartitionFailedException;
import dev.millstream.engine.exchange.queue.Inbox;
import java.util.concurrent.atomic.AtomicReference;
import org.jspecify.annotations.Nullable;

/**
 * The consumer's end of one channel. What arrives, or fails, is announced from any thread; the rest
 * is for the consuming task's thread.
 */
public abstract class InputChannel extends Inbox.Member {
    private final Inbox<InputChannel> inbox;
    private final int index;
    private final AtomicReference<@Nullable PartitionFailedException> failure =
            new AtomicReference<>();

    protected InputChannel(Inbox<InputChannel> inbox, int index) {
        this.inbox = inbox;
        this.index = index;
    }

    /** Position in its gate. */
    public final int index() {
        return index;
    }

    /** Says that there is something to take. From any thread. */
    protected final void ready() {
        inbox.ready(this);
    }

    /** Likewise, but lets the consumer sleep: {@link #ready} must follow. From any thread. */
    protected final void list() {
        inbox.list(this);
    }

    /** Makes the consumer fail; only the first reason counts. From any thread. */
    public final void fail(PartitionFailedException reason) {
        if (failure.compareAndSet(null, reason)) {
            inbox.ready(this);
        }
    }

    final @Nullable PartitionFailedException failure() {
        return failure.get();
    }

    @Override
    protected final boolean hasMore() {
        return failure.get() != null || hasBatch();
    }

    /** Whether {@link #take} would give something. */
    protected abstract boolean hasBatch();

    /**
     * Takes the next batch; null if there is none.
     *
     * @throws PartitionFailedException if it can't be read
     */
    protected abstract @Nullable Batch take();

    /** Serialised bytes taken so far; 0 for channels by reference. Any thread may ask. */
    protected abstract long bytesIn();

    /** The channel's end was taken: lets go of what it holds, without telling the producer. */
    protected abstract void finish();

    /** Lets go of what it holds and tells the producer. After {@link #finish}: no effect. */
    protected abstract void close(PartitionFailedException reason);
}
