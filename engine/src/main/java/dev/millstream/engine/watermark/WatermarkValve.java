package dev.millstream.engine.watermark;

import dev.millstream.engine.operator.Output;
import java.util.Arrays;

/**
 * Combines the event time of several channels: it is as far as the channel that is furthest behind,
 * among those that take part. A channel takes no part while it is idle, nor after that until it has
 * caught up with what was already let through; so the result never goes down. A channel that has
 * ended (its last watermark is {@link Long#MAX_VALUE}) holds nobody back, but doesn't speak for the
 * others either: when all that are left are idle, so is the result.
 */
public final class WatermarkValve {
    private final Output output;
    private final Channel[] channels;
    private long emitted = Long.MIN_VALUE;
    private boolean emittedIdle;

    /**
     * @param channels number of channels, at least 1
     * @param output is told when the result changes
     */
    public WatermarkValve(int channels, Output output) {
        this.output = output;
        this.channels = new Channel[channels];
        Arrays.setAll(this.channels, index -> new Channel());
    }

    /** A channel's watermark; one that is not above its last is ignored. */
    public void watermark(int channel, long timestamp) {
        Channel state = channels[channel];
        if (timestamp == Long.MAX_VALUE) {
            ended(channel);
        } else if (!state.idle && !state.ended && timestamp > state.watermark) {
            state.watermark = timestamp;
            state.aligned |= timestamp >= emitted;
            update();
        }
    }

    /** A channel's status. */
    public void status(int channel, boolean idle) {
        Channel state = channels[channel];
        if (state.idle != idle && !state.ended) {
            state.idle = idle;
            state.aligned = !idle && state.watermark >= emitted;
            update();
        }
    }

    /** A channel has ended. */
    public void ended(int channel) {
        Channel state = channels[channel];
        if (!state.ended) {
            state.ended = true;
            update();
        }
    }

    private void update() {
        long lowest = Long.MAX_VALUE;
        long highest = Long.MIN_VALUE;
        int left = 0;
        int active = 0;
        int aligned = 0;
        for (Channel state : channels) {
            if (!state.ended) {
                left++;
                highest = Math.max(highest, state.watermark);
                if (!state.idle) {
                    active++;
                }
                if (state.aligned) {
                    aligned++;
                    lowest = Math.min(lowest, state.watermark);
                }
            }
        }
        boolean idle = left > 0 && active == 0;
        if (idle) {
            // Nobody holds event time back: it goes as far as any of them had come, whichever of
            // them fell idle last.
            emit(highest);
        }
        if (idle != emittedIdle) {
            emittedIdle = idle;
            output.watermarkStatus(idle);
        }
        if (left == 0 || aligned > 0) {
            emit(lowest);
        }
    }

    private void emit(long timestamp) {
        if (timestamp > emitted) {
            emitted = timestamp;
            output.watermark(timestamp);
        }
    }

    private static final class Channel {
        private long watermark = Long.MIN_VALUE;
        private boolean idle;
        private boolean ended;

        /** Whether it counts towards the minimum. */
        private boolean aligned = true;
    }
}
