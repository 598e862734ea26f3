package dev.millstream.api.common.eventtime;

import dev.millstream.util.clock.RelativeClock;
import java.time.Duration;

/** Declares the output idle when no record has come for a while. */
public class WatermarksWithIdleness<T> implements WatermarkGenerator<T> {
    private final WatermarkGenerator<T> watermarks;
    private final long timeoutNs;
    private final RelativeClock clock;
    private long lastEventNs;
    private boolean idle;

    /**
     * @param watermarks makes the watermarks
     * @param idleTimeout after which time without records the output is idle; positive
     * @param clock measures that time
     */
    public WatermarksWithIdleness(
            WatermarkGenerator<T> watermarks, Duration idleTimeout, RelativeClock clock) {
        if (!idleTimeout.isPositive()) {
            throw new IllegalArgumentException(
                    "The idle timeout must be positive, but is " + idleTimeout);
        }
        this.watermarks = watermarks;
        this.timeoutNs = idleTimeout.toNanos();
        this.clock = clock;
        this.lastEventNs = clock.relativeTimeNanos();
    }

    @Override
    public void onEvent(T event, long eventTimestamp, WatermarkOutput output) {
        lastEventNs = clock.relativeTimeNanos();
        if (idle) {
            idle = false;
            output.markActive();
        }
        watermarks.onEvent(event, eventTimestamp, output);
    }

    @Override
    public void onPeriodicEmit(WatermarkOutput output) {
        if (idle) {
            return;
        }
        if (clock.relativeTimeNanos() - lastEventNs >= timeoutNs) {
            idle = true;
            output.markIdle();
        } else {
            watermarks.onPeriodicEmit(output);
        }
    }
}
