package dev.millstream.engine.exchange.input;

import org.jspecify.annotations.Nullable;

/**
 * One input of a task: its channels, taken in turn as they have something. Owned by the consuming
 * task's thread, which is signalled when something has arrived after {@link #poll} found nothing.
 */
public final class InputGate implements AutoCloseable {
    InputGate() {}

    /** Number of channels. */
    public int channels() {
        throw new UnsupportedOperationException();
    }

    /**
     * The next batch of any channel; null when there is none yet, or none any more. Reads a file
     * when the gate reads blocking partitions.
     *
     * @throws dev.millstream.engine.exchange.failure.PartitionFailedException when a channel
     *     failed; the gate is then only good for closing
     */
    public @Nullable Delivery poll() {
        throw new UnsupportedOperationException();
    }

    /** Whether the end of every channel has been handed out. */
    public boolean isFinished() {
        throw new UnsupportedOperationException();
    }

    /** Records handed out so far. Any thread may ask. */
    public long recordsIn() {
        throw new UnsupportedOperationException();
    }

    /** Serialised bytes read so far, from other processes and files. Any thread may ask. */
    public long bytesIn() {
        throw new UnsupportedOperationException();
    }

    /** Lets go of all channels; producers that still write to them are told. Idempotent. */
    @Override
    public void close() {
        throw new UnsupportedOperationException();
    }
}
