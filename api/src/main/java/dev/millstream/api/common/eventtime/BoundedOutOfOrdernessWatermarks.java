package dev.millstream.api.common.eventtime;

import java.time.Duration;

/** Watermarks that follow the highest timestamp at a fixed distance. */
public class BoundedOutOfOrdernessWatermarks<T> implements WatermarkGenerator<T> {
    private final long delayMs;
    private long maxTimestamp;

    /**
     * @param maxOutOfOrderness how much later than a newer event an older one may come; not
     *     negative
     */
    public BoundedOutOfOrdernessWatermarks(Duration maxOutOfOrderness) {
        if (maxOutOfOrderness.isNegative()) {
            throw new IllegalArgumentException(
                    "Out-of-orderness must not be negative, but is " + maxOutOfOrderness);
        }
        delayMs = maxOutOfOrderness.toMillis();
        maxTimestamp = Long.MIN_VALUE + delayMs + 1;
    }

    @Override
    public void onEvent(T event, long eventTimestamp, WatermarkOutput output) {
        maxTimestamp = Math.max(maxTimestamp, eventTimestamp);
    }

    @Override
    public void onPeriodicEmit(WatermarkOutput output) {
        output.emitWatermark(new Watermark(maxTimestamp - delayMs - 1));
    }
}
