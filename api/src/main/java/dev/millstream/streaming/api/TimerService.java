package dev.millstream.streaming.api;

/** Tells a function what time it is. Called on the task's thread only. */
public interface TimerService {
    /** Milliseconds since 1970, by the machine's clock. */
    long currentProcessingTime();

    /** The last watermark, {@link Long#MIN_VALUE} before the first. */
    long currentWatermark();
}
