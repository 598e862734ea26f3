package dev.millstream.engine.window;

import dev.millstream.engine.window.table.PaneTable;
import dev.millstream.streaming.api.windowing.windows.TimeWindow;
import java.util.Iterator;
import java.util.Map;
import java.util.NavigableMap;
import org.jspecify.annotations.Nullable;

/** Emits the results of windows that are complete, and drops what no window needs any more. */
final class PaneFiring {
    private final Panes panes;
    private final Slices slices;
    private final PaneLoops loops;
    private final EventTime eventTime;
    private final long latenessMs;

    /** Of the slices of a window, while that is emitted. */
    private final PaneTable sum = PaneTable.ofSums();

    /** Windows that end here or earlier were emitted. */
    private long emittedTo = Long.MIN_VALUE;

    /**
     * @param latenessMs for how long windows are kept after their end
     */
    PaneFiring(Panes panes, PaneLoops loops, EventTime eventTime, long latenessMs) {
        this.panes = panes;
        this.slices = panes.slices();
        this.loops = loops;
        this.eventTime = eventTime;
        this.latenessMs = latenessMs;
    }

    /** Event time has advanced. */
    void fire() {
        Long start = nextWindow();
        while (start != null && eventTime.hasPassed(start + slices.sizeMs() - 1, 0)) {
            emittedTo = start + slices.sizeMs();
            emitAll(start);
            start = nextWindow();
        }
        dropExpired();
    }

    /** The start of the first window that has records and was not emitted; null if none has. */
    private @Nullable Long nextWindow() {
        // A window of an earlier pane that is not emitted yet ends before those of later panes.
        for (long pane : panes.all().keySet()) {
            long first = panes.isShared() ? slices.firstStart(pane) : pane;
            long last = panes.isShared() ? slices.lastStart(pane) : pane;
            long start = first;
            if (emittedTo != Long.MIN_VALUE && start + slices.sizeMs() <= emittedTo) {
                long behind = emittedTo - (start + slices.sizeMs());
                start += (behind / slices.slideMs() + 1) * slices.slideMs();
            }
            if (start <= last) {
                return start;
            }
        }
        return null;
    }

    private void emitAll(long start) {
        TimeWindow window = new TimeWindow(start, start + slices.sizeMs());
        loops.emitAll(panes.isShared() ? merged(start) : panes.table(start), window);
    }

    /** All that a window's slices have. */
    private PaneTable merged(long start) {
        NavigableMap<Long, PaneTable> parts = panes.between(start, start + slices.sizeMs());
        if (slices.sizeMs() == slices.sliceMs()) {
            return parts.firstEntry().getValue();
        }
        sum.clear();
        for (PaneTable part : parts.values()) {
            loops.addAll(part, sum);
        }
        return sum;
    }

    /** Emits a window's result for one key, once more. */
    void emitAgain(long start, Object key, int hash) {
        Object accumulator = panes.isShared() ? mergedOf(start, key, hash) : null;
        PaneTable own = panes.isShared() ? null : panes.existing(start);
        if (own != null) {
            int index = own.find(key, hash);
            accumulator = index < 0 ? null : loops.accumulator(own, index);
        }
        if (accumulator != null) {
            loops.emit(key, new TimeWindow(start, start + slices.sizeMs()), accumulator);
        }
    }

    private @Nullable Object mergedOf(long start, Object key, int hash) {
        Object both = null;
        for (PaneTable part : panes.between(start, start + slices.sizeMs()).values()) {
            int index = part.find(key, hash);
            if (index >= 0) {
                both = loops.merged(both, part, index);
            }
        }
        return both;
    }

    private void dropExpired() {
        Iterator<Map.Entry<Long, PaneTable>> all = panes.all().entrySet().iterator();
        int expired = 0;
        while (all.hasNext()) {
            long start = all.next().getKey();
            long last = panes.isShared() ? slices.lastStart(start) : start;
            if (!eventTime.hasPassed(last + slices.sizeMs() - 1, latenessMs)) {
                break;
            }
            expired++;
        }
        for (int i = 0; i < expired; i++) {
            panes.dropFirst();
        }
    }
}
