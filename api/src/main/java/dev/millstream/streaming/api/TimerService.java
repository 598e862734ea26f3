package dev.millstream.streaming.api;

/**
 * Tells a function what time it is, and calls it again at a later time. A key has at most one timer
 * for each time. Timers need a keyed stream. Called on the task's thread only.
 */
public interface TimerService {
    /** Milliseconds since 1970, by the machine's clock. */
    long currentProcessingTime();

    /** The last watermark, {@link Long#MIN_VALUE} before the first. */
    long currentWatermark();

    /**
     * Calls {@code onTimer} for the current key once the machine's clock has come to this time.
     *
     * @param time milliseconds since 1970
     * @throws UnsupportedOperationException if the stream isn't keyed
     */
    void registerProcessingTimeTimer(long time);

    /**
     * Calls {@code onTimer} for the current key once the watermark has come to this time.
     *
     * @param time milliseconds since 1970
     * @throws UnsupportedOperationException if the stream isn't keyed
     */
    void registerEventTimeTimer(long time);

    /** Takes back a timer of the current key, if there is one. */
    void deleteProcessingTimeTimer(long time);

    /** Takes back a timer of the current key, if there is one. */
    void deleteEventTimeTimer(long time);
}
