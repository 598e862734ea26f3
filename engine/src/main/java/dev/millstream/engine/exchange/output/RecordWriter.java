package dev.millstream.engine.exchange.output;

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
    RecordWriter() {}

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
        throw new UnsupportedOperationException();
    }

    /** Hands over all that is gathered. */
    public final void flush() {
        throw new UnsupportedOperationException();
    }

    /**
     * Hands over what can be handed over without waiting.
     *
     * @return whether nothing is left
     */
    public final boolean tryFlush() {
        throw new UnsupportedOperationException();
    }

    /**
     * When {@link #flush} is due, on the platform's {@link
     * dev.millstream.platform.time.Clock#nanos()}: {@link Long#MAX_VALUE} when nothing is gathered.
     */
    public final long flushDeadlineNs() {
        throw new UnsupportedOperationException();
    }

    /**
     * Ends the result: writes {@link StreamEvent.EndOfInput} to every channel. Returns when all is
     * handed over, which needn't mean that it is consumed: the partition looks after what is left.
     */
    public final void finish() {
        throw new UnsupportedOperationException();
    }

    /** Records handed over so far, for each channel they went to. Any thread may ask. */
    public final long recordsOut() {
        throw new UnsupportedOperationException();
    }

    /** Serialised bytes handed over so far, to links and files. Any thread may ask. */
    public final long bytesOut() {
        throw new UnsupportedOperationException();
    }

    /** Records that had to be copied because their class is not deeply immutable. Any thread may ask. */
    public final long copiedRecords() {
        throw new UnsupportedOperationException();
    }
}
