package dev.millstream.engine.source;

import dev.millstream.engine.operator.Output;
import java.util.ArrayList;
import java.util.List;

/**
 * Event time of one source task: that of the split that is furthest behind, idle ones aside. With
 * no split that isn't idle, the source is idle, unless its only splits were just assigned; so it is
 * while there is nothing to read in any of them. Never goes down.
 */
final class SourceWatermarks {
    private final Output output;
    private final List<SplitWatermark> parts = new ArrayList<>();
    private long emitted = Long.MIN_VALUE;
    private boolean emittedIdle;

    /** Splits were assigned, and none has emitted since. */
    private boolean expecting;

    /** There has been nothing to read for a while. */
    private boolean starved;

    SourceWatermarks(Output output) {
        this.output = output;
    }

    /** The reader has got more splits. */
    void assigned() {
        expecting = true;
        changed();
    }

    SplitWatermark add() {
        expecting = false;
        SplitWatermark part = new SplitWatermark(this);
        parts.add(part);
        changed();
        return part;
    }

    void remove(SplitWatermark part) {
        parts.remove(part);
        changed();
    }

    /**
     * Whether there has been nothing to read for a while, in any split.
     *
     * @param nothing true until the opposite is said
     */
    void nothingToRead(boolean nothing) {
        if (starved != nothing) {
            starved = nothing;
            changed();
        }
    }

    void changed() {
        long lowest = Long.MAX_VALUE;
        boolean active = parts.isEmpty() && expecting;
        for (SplitWatermark part : parts) {
            if (!part.isIdle()) {
                active = true;
                lowest = Math.min(lowest, part.timestamp());
            }
        }
        active &= !starved;
        if (active == emittedIdle) {
            emittedIdle = !active;
            output.watermarkStatus(emittedIdle);
        }
        if (active && !parts.isEmpty() && lowest > emitted) {
            emitted = lowest;
            output.watermark(lowest);
        }
    }
}
