package dev.millstream.platform.time;

/** Both clocks of a machine. Thread-safe. */
public interface Clock {
    /**
     * Milliseconds since 1970-01-01T00:00Z. May jump in either direction: only for display and for
     * processing time.
     */
    long wallMs();

    /**
     * Nanoseconds since an arbitrary origin. Never goes back: for durations, deadlines and delays.
     */
    long nanos();

    /** {@link #nanos()} in milliseconds. */
    default long monotonicMs() {
        return nanos() / 1_000_000L;
    }
}
