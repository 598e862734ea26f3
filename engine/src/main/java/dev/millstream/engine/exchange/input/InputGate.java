package dev.millstream.engine.exchange.input;

import dev.millstream.engine.exchange.element.Batch;
import dev.millstream.engine.exchange.element.StreamEvent;
import dev.millstream.engine.exchange.failure.PartitionFailedException;
import dev.millstream.engine.exchange.failure.PartitionFailedException.Reason;
import dev.millstream.engine.exchange.queue.Count;
import dev.millstream.engine.exchange.queue.Inbox;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * One input of a task: its channels, taken in turn as they have something. Owned by the consuming
 * task's thread, which is signalled when something has arrived after {@link #poll} found nothing.
 */
public final class InputGate implements AutoCloseable {
    private final List<InputChannel> channels;
    private final Inbox<InputChannel> inbox;
    private final Runnable onClose;
    private final Count recordsIn = new Count();

    /** By index: channels that have handed out a barrier, and wait for the others. */
    private final boolean[] held;

    private int unfinished;
    private @Nullable PartitionFailedException failure;
    private boolean closed;

    /**
     * @param channels all that put themselves into the inbox
     * @param onClose runs once
     */
    public InputGate(
            List<? extends InputChannel> channels, Inbox<InputChannel> inbox, Runnable onClose) {
        this.channels = List.copyOf(channels);
        this.inbox = inbox;
        this.onClose = onClose;
        this.held = new boolean[channels.size()];
        this.unfinished = this.channels.size();
    }

    /** Number of channels. */
    public int channels() {
        return channels.size();
    }

    /**
     * The next batch of any channel; null when there is none yet, or none any more. Reads a file
     * when the gate reads blocking partitions. A channel that has handed out a barrier is held back
     * until {@link #resumeAfterBarrier}.
     *
     * @throws PartitionFailedException when a channel failed; the gate is then only good for
     *     closing
     */
    public @Nullable Delivery poll() {
        if (failure != null) {
            throw failure;
        }
        if (closed) {
            return null;
        }
        for (InputChannel next = inbox.poll(); next != null; next = inbox.poll()) {
            if (held[next.index()] && next.failure() == null) {
                unlist(next);
                continue;
            }
            Batch batch = take(next);
            if (batch == null) {
                inbox.release(next);
                continue;
            }
            recordsIn.add(batch.size());
            if (batch.isLast()) {
                // It stays listed for good, so that nothing can list it again.
                unfinished--;
                next.finish();
            } else {
                held[next.index()] = batch.event() instanceof StreamEvent.Barrier;
                inbox.release(next);
            }
            return new Delivery(batch, next.index());
        }
        return null;
    }

    private @Nullable Batch take(InputChannel channel) {
        PartitionFailedException reason = channel.failure();
        if (reason == null) {
            try {
                return channel.take();
            } catch (PartitionFailedException e) {
                reason = e;
            }
        }
        failure = reason;
        throw reason;
    }

    /** Lets the channels go on that are held back since they have handed out a barrier. */
    public void resumeAfterBarrier() {
        for (InputChannel channel : channels) {
            if (held[channel.index()]) {
                held[channel.index()] = false;
                if (channel.hasMore()) {
                    inbox.ready(channel);
                }
            }
        }
    }

    private void unlist(InputChannel channel) {
        inbox.unlist(channel);
        // It may have failed since it was asked, and found itself listed.
        if (channel.failure() != null) {
            inbox.ready(channel);
        }
    }

    /** Whether the end of every channel has been handed out. */
    public boolean isFinished() {
        return unfinished == 0;
    }

    /** Makes {@link #poll} fail. From any thread. */
    public void fail(PartitionFailedException reason) {
        for (InputChannel channel : channels) {
            channel.fail(reason);
        }
    }

    /** Records handed out so far. Any thread may ask. */
    public long recordsIn() {
        return recordsIn.get();
    }

    /** Serialised bytes read so far, from other processes and files. Any thread may ask. */
    public long bytesIn() {
        long sum = 0;
        for (InputChannel channel : channels) {
            sum += channel.bytesIn();
        }
        return sum;
    }

    /** Lets go of all channels; producers that still write to them are told. Idempotent. */
    @Override
    public void close() {
        if (closed) {
            return;
        }
        closed = true;
        PartitionFailedException reason =
                new PartitionFailedException(
                        Reason.CONSUMER_CLOSED,
                        "The consumer failed or was cancelled before it had read all");
        for (InputChannel channel : channels) {
            channel.close(reason);
        }
        onClose.run();
    }
}
