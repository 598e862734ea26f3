package dev.millstream.streaming.api.windowing.triggers;

import java.time.Duration;

/** Checks what programs say about triggers. */
final class Intervals {
    private Intervals() {}

    /** Milliseconds, at least one. */
    static long positiveMs(Duration interval) {
        long milliseconds = interval.toMillis();
        if (milliseconds < 1) {
            throw new IllegalArgumentException(
                    "The interval of a trigger must be at least a millisecond, but is " + interval);
        }
        return milliseconds;
    }
}
