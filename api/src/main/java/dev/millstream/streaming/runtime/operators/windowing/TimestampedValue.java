package dev.millstream.streaming.runtime.operators.windowing;

/** A record with its timestamp. Immutable. */
public final class TimestampedValue<T> {
    private final T value;
    private final long timestamp;

    /**
     * A record with its timestamp.
     *
     * @param timestamp milliseconds since 1970, or {@link Long#MIN_VALUE} if it has none
     */
    public TimestampedValue(T value, long timestamp) {
        this.value = value;
        this.timestamp = timestamp;
    }

    /** The record. */
    public T getValue() {
        return value;
    }

    /** Milliseconds since 1970, or {@link Long#MIN_VALUE} if it has none. */
    public long getTimestamp() {
        return timestamp;
    }

    /** Whether it has a timestamp. */
    public boolean hasTimestamp() {
        return timestamp != Long.MIN_VALUE;
    }
}
