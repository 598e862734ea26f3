package dev.millstream.engine.window;

import dev.millstream.streaming.api.operations.TimeGrid;

/**
 * Where windows of a grid begin and end. A slice is the stretch of time between two points at which
 * a window begins or ends: all its records belong to the same windows. Times are in milliseconds.
 */
final class Slices {
    private final long sizeMs;
    private final long slideMs;
    private final long offsetMs;
    private final long sliceMs;

    Slices(TimeGrid grid) {
        this.sizeMs = grid.sizeMs();
        this.slideMs = grid.slideMs();
        this.offsetMs = grid.offsetMs();
        this.sliceMs = grid.sliceMs();
    }

    long sizeMs() {
        return sizeMs;
    }

    long slideMs() {
        return slideMs;
    }

    long sliceMs() {
        return sliceMs;
    }

    /** The start of the slice that a timestamp is in. */
    long sliceStart(long timestamp) {
        return timestamp - Math.floorMod(timestamp - offsetMs, sliceMs);
    }

    /** The start of the last window that begins no later than a slice. */
    long lastStart(long sliceStart) {
        return sliceStart - Math.floorMod(sliceStart - offsetMs, slideMs);
    }

    /**
     * The start of the first window that a slice is in; above {@link #lastStart} if it is in none.
     */
    long firstStart(long sliceStart) {
        long last = lastStart(sliceStart);
        long reach = last + sizeMs - 1 - sliceStart;
        return reach < 0 ? last + slideMs : last - reach / slideMs * slideMs;
    }
}
