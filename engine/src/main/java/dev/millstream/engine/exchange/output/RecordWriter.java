package dev.millstream.engine.exchange.output;

import dev.millstream.engine.exchange.channel.ChannelOutput;
import dev.millstream.engine.exchange.channel.OutputContext;
import dev.millstream.engine.exchange.element.StreamEvent;

/**
 * Writes records to the channels of one result: chooses the channel, gathers batches, hands them
 * over. Owned by the producing task's thread. Every method that writes may wait for room, through
 * the task's {@link dev.millstream.engine.exchange.queue.Backpressure}; what that throws comes out
 * of the method. All may throw {@link
 * dev.millstream.engine.exchange.failure.PartitionFailedException} and {@link
 * dev.millstream.engine.exchange.failure.OutputInterruptedException}.
 */
public abstract class RecordWriter {
    private final ResultPartition partition;
    private final OutputContext context;
    private final ChannelOutput[] channels;
    private boolean finished;

    RecordWriter(ResultPartition partition) {
        this.partition = partition;
        this.context = partition.context();
        this.channels = context.channels();
    }

    /** By index. Elements change while the writer lives. */
    final ChannelOutput[] channels() {
        return channels;
    }

    /**
     * Writes a record.
     *
     * @param timestampMs {@link dev.millstream.engine.exchange.element.Batch#NO_TIMESTAMP} if none
     * @throws dev.millstream.engine.exchange.failure.PartitioningException if the user's key
     *     selector or partitioner fails
     */
    public abstract void emit(Object value, long timestampMs);

    /** Writes an event to every channel, behind all records so far, and hands it over at once. */
    public final void broadcast(StreamEvent event) {
        for (int i = 0; i < channels.length; i++) {
            channels[i].event(event);
        }
        // All channels are empty now: the next batch sets a new deadline.
        context.flush();
    }

    /** Hands over all that is gathered. */
    public final void flush() {
        context.flush();
    }

    /**
     * Hands over what can be handed over without waiting.
     *
     * @return whether nothing is left
     */
    public final boolean tryFlush() {
        return context.tryFlush();
    }

    /**
     * When {@link #flush} is due, on the platform's {@link
     * dev.millstream.platform.time.Clock#nanos()}: {@link Long#MAX_VALUE} when nothing is gathered,
     * or nothing need be handed over before it is full.
     */
    public final long flushDeadlineNs() {
        return context.flushDeadlineNs();
    }

    /**
     * Ends the result: writes {@link StreamEvent.EndOfInput} to every channel. Returns when all is
     * handed over, which needn't mean that it is consumed; {@link ResultPartition#close()} is to
     * follow.
     */
    public final void finish() {
        if (!finished) {
            broadcast(StreamEvent.EndOfInput.INSTANCE);
            partition.seal();
            finished = true;
        }
    }

    final boolean isFinished() {
        return finished;
    }

    /** Records handed over so far, for each channel they went to. Any thread may ask. */
    public final long recordsOut() {
        return context.recordsOut().get();
    }

    /** Serialised bytes handed over so far, to links and files. Any thread may ask. */
    public final long bytesOut() {
        return context.bytesOut().get();
    }

    /**
     * Records that had to be copied because their class is not deeply immutable. Any thread may
     * ask.
     */
    public final long copiedRecords() {
        return context.copiedRecords();
    }
}
