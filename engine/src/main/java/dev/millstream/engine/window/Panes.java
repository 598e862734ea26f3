package dev.millstream.engine.window;

import dev.millstream.engine.window.table.PaneTable;
import java.util.Map;
import java.util.NavigableMap;
import java.util.TreeMap;
import java.util.function.IntFunction;
import org.jspecify.annotations.Nullable;

/**
 * The tables of one operator. Either one for each slice, which all windows share that it is in, or
 * one for each window.
 */
final class Panes {
    private final Slices slices;
    private final boolean shared;
    private final IntFunction<PaneTable> tableOf;
    private final NavigableMap<Long, PaneTable> tables = new TreeMap<>();

    /** Of the last table that was dropped: what the next one will have, more or less. */
    private int expectedKeys;

    /** An empty table of that size. */
    private @Nullable PaneTable spare;

    /**
     * @param shared one table for each slice
     * @param tableOf makes a table for so many keys
     */
    Panes(Slices slices, boolean shared, IntFunction<PaneTable> tableOf) {
        this.slices = slices;
        this.shared = shared;
        this.tableOf = tableOf;
    }

    Slices slices() {
        return slices;
    }

    boolean isShared() {
        return shared;
    }

    /** Milliseconds between the start of a table's stretch of time and its end. */
    long paneMs() {
        return shared ? slices.sliceMs() : slices.sizeMs();
    }

    /** Those to which a slice's records are added; none if it is in no window. */
    PaneTable[] targets(long sliceStart) {
        if (shared) {
            return new PaneTable[] {table(sliceStart)};
        }
        long first = slices.firstStart(sliceStart);
        long last = slices.lastStart(sliceStart);
        PaneTable[] targets = new PaneTable[(int) ((last - first) / slices.slideMs()) + 1];
        for (int i = 0; i < targets.length; i++) {
            targets[i] = table(first + i * slices.slideMs());
        }
        return targets;
    }

    /** The table of a slice or window; made if there is none. */
    PaneTable table(long start) {
        PaneTable table = tables.get(start);
        if (table == null) {
            table = newTable();
            tables.put(start, table);
        }
        return table;
    }

    private PaneTable newTable() {
        PaneTable used = spare;
        spare = null;
        return used == null ? tableOf.apply(expectedKeys) : used;
    }

    /** The table of a slice or window, if there is one. */
    @Nullable PaneTable existing(long start) {
        return tables.get(start);
    }

    /** By their start, in this order. A view. */
    NavigableMap<Long, PaneTable> all() {
        return tables;
    }

    /** What starts in an interval. A view. */
    NavigableMap<Long, PaneTable> between(long from, long before) {
        return tables.subMap(from, true, before, false);
    }

    /** Drops the first one. */
    void dropFirst() {
        Map.Entry<Long, PaneTable> first = tables.pollFirstEntry();
        if (first != null) {
            PaneTable dropped = first.getValue();
            expectedKeys = dropped.size();
            dropped.clear();
            spare = dropped;
        }
    }
}
