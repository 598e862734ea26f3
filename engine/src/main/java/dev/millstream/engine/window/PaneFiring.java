package dev.millstream.engine.window;

import dev.millstream.engine.thread.Ending;
import dev.millstream.streaming.api.windowing.windows.TimeWindow;
import java.util.Iterator;
import java.util.Map;
import java.util.NavigableMap;
import org.jspecify.annotations.Nullable;

/** Emits the results of windows that are complete, and drops what no window needs any more. */
final class PaneFiring {
    private static final Object NO_KEY = "";

    private final Panes panes;
    private final Slices slices;
    private final Contents contents;
    private final Emitter emitter;
    private final EventTime eventTime;
    private final long latenessMs;
    private final Ending ending;

    /** Windows that end here or earlier were emitted. */
    private long emittedTo = Long.MIN_VALUE;

    /**
     * @param latenessMs for how long windows are kept after their end
     */
    PaneFiring(
            Panes panes,
            Contents contents,
            Emitter emitter,
            EventTime eventTime,
            long latenessMs,
            Ending ending) {
        this.panes = panes;
        this.slices = panes.slices();
        this.contents = contents;
        this.emitter = emitter;
        this.eventTime = eventTime;
        this.latenessMs = latenessMs;
        this.ending = ending;
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
        PaneTable table = panes.isShared() ? merged(start) : panes.table(start);
        boolean needsKey = emitter.needsKey();
        for (int index = 0; index < table.size(); index++) {
            ending.check();
            emitter.emit(
                    needsKey ? table.key(index) : NO_KEY,
                    window,
                    contents.result(table.accumulator(index)));
        }
    }

    /** All that a window's slices have. */
    private PaneTable merged(long start) {
        NavigableMap<Long, PaneTable> parts = panes.between(start, start + slices.sizeMs());
        if (slices.sizeMs() == slices.sliceMs()) {
            return parts.firstEntry().getValue();
        }
        int keys = 0;
        for (PaneTable part : parts.values()) {
            keys = Math.max(keys, part.size());
        }
        PaneTable sum = new PaneTable(keys);
        for (PaneTable part : parts.values()) {
            for (int i = 0; i < part.size(); i++) {
                Object key = part.key(i);
                int hash = part.hash(i);
                int index = sum.find(key, hash);
                if (index < 0) {
                    sum.add(key, hash, contents.merge(null, part.accumulator(i)));
                } else {
                    sum.set(index, contents.merge(sum.accumulator(index), part.accumulator(i)));
                }
            }
        }
        return sum;
    }

    /** Emits a window's result for one key, once more. */
    void emitAgain(long start, Object key, int hash) {
        Object accumulator = panes.isShared() ? mergedOf(start, key, hash) : null;
        PaneTable own = panes.isShared() ? null : panes.existing(start);
        if (own != null) {
            int index = own.find(key, hash);
            accumulator = index < 0 ? null : own.accumulator(index);
        }
        if (accumulator != null) {
            emitter.emit(
                    key,
                    new TimeWindow(start, start + slices.sizeMs()),
                    contents.result(accumulator));
        }
    }

    private @Nullable Object mergedOf(long start, Object key, int hash) {
        Object sum = null;
        for (PaneTable part : panes.between(start, start + slices.sizeMs()).values()) {
            int index = part.find(key, hash);
            if (index >= 0) {
                sum = contents.merge(sum, part.accumulator(index));
            }
        }
        return sum;
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
