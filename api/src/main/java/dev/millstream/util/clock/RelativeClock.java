package dev.millstream.util.clock;

/** A clock that never goes back, with an arbitrary origin. Called on the task's thread only. */
public interface RelativeClock {
    /** Milliseconds since the origin. */
    long relativeTimeMillis();

    /** Nanoseconds since the origin. */
    long relativeTimeNanos();
}
