package dev.millstream.engine.exchange.element;

import org.jspecify.annotations.Nullable;

/**
 * Records of one channel in order, then at most one event. Handed over as a whole: owned by one
 * thread at a time, which may read it at leisure but not change it. May have no record when it has
 * an event.
 */
public final class Batch implements Sized {
    /** The timestamp of a record that has none. */
    public static final long NO_TIMESTAMP = Long.MIN_VALUE;

    private final Object[] values;
    private final long @Nullable [] timestamps;
    private final int @Nullable [] keyHashes;
    private final int size;
    private final @Nullable StreamEvent event;
    private final long bytes;

    /**
     * @param values belongs to the batch from now on; the first {@code size} count
     * @param timestamps of these values; null when none has one
     * @param keyHashes of these values' keys; null when the channel wasn't chosen by key
     * @param event behind the records
     * @param bytes estimate of what the records take
     */
    public Batch(
            Object[] values,
            long @Nullable [] timestamps,
            int @Nullable [] keyHashes,
            int size,
            @Nullable StreamEvent event,
            long bytes) {
        this.values = values;
        this.timestamps = timestamps;
        this.keyHashes = keyHashes;
        this.size = size;
        this.event = event;
        this.bytes = bytes;
    }

    /** Number of records. */
    public int size() {
        return size;
    }

    public Object value(int index) {
        return values[index];
    }

    /**
     * Reads records ahead, as far as finding their classes: another processor core has written
     * them, and waiting for several at once takes no longer than for one.
     *
     * @return a number that depends on what was read, and says nothing
     */
    public int touch(int from, int to) {
        int read = 0;
        for (int i = from; i < to; i++) {
            read += values[i].getClass() == Object.class ? 1 : 0;
        }
        return read;
    }

    /** {@link #NO_TIMESTAMP} when the record has none. */
    public long timestamp(int index) {
        return timestamps == null ? NO_TIMESTAMP : timestamps[index];
    }

    /**
     * The hashes of the records' keys, as the sender found them; null when the channel wasn't
     * chosen by key. To be read only; the first {@link #size} count.
     */
    public int @Nullable [] keyHashes() {
        return keyHashes;
    }

    /** What comes after the records; null when nothing but more records does. */
    public @Nullable StreamEvent event() {
        return event;
    }

    /** Whether nothing follows on this channel. */
    public boolean isLast() {
        return event instanceof StreamEvent.EndOfInput;
    }

    /** Roughly the size of all records in serialised form. */
    @Override
    public long bytes() {
        return bytes;
    }
}
