package dev.millstream.engine.window;

import java.util.function.LongSupplier;

/** How far event time has come for an operator; {@link Long#MIN_VALUE} before it has begun. */
public final class EventTime implements LongSupplier {
    private long watermark = Long.MIN_VALUE;

    public void advance(long timestamp) {
        watermark = timestamp;
    }

    @Override
    public long getAsLong() {
        return watermark;
    }

    /**
     * Whether event time has passed a point.
     *
     * @param graceMs is added to the point; not negative
     */
    public boolean hasPassed(long timestamp, long graceMs) {
        long sum = timestamp + graceMs;
        boolean overflown = sum < timestamp;
        return !overflown && sum <= watermark;
    }
}
