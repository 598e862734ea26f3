package dev.millstream.streaming.api.windowing.assigners;

import java.time.Duration;

/** Checks what programs say about the sizes of windows. */
final class WindowTimes {
    private WindowTimes() {}

    /** Milliseconds, at least one. */
    static long positiveMs(String what, Duration duration) {
        long milliseconds = duration.toMillis();
        if (milliseconds < 1) {
            throw new IllegalArgumentException(
                    "The "
                            + what
                            + " of windows must be at least a millisecond, but is "
                            + duration);
        }
        return milliseconds;
    }

    /** Milliseconds, less than the distance between windows either way. */
    static long offsetMs(Duration offset, long distanceMs) {
        long milliseconds = offset.toMillis();
        if (Math.abs(milliseconds) >= distanceMs) {
            throw new IllegalArgumentException(
                    "The offset of windows that start every "
                            + distanceMs
                            + " ms must be less than that, but is "
                            + offset);
        }
        return milliseconds;
    }
}
