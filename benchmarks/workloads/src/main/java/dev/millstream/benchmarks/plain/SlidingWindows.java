package dev.millstream.benchmarks.plain;

import dev.millstream.benchmarks.workload.Tally;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * W3, W4 and Nexmark 5: count and sum by key in windows. Events are added up by slice, as long as
 * the slide; a total over the window's slices gains the newest one and loses the oldest.
 */
final class SlidingWindows implements KeyedTask {
    private static final int COUNT = 1;
    private static final int SUM = 2;
    private static final int ROW_SHIFT = 2;

    private final long slideMs;
    private final int slicesOfWindow;
    private final WindowResult result;
    private final Tally tally;
    private final TreeMap<Long, LongTable> slices = new TreeMap<>();
    private LongTable total = new LongTable(ROW_SHIFT);
    private LongTable current = new LongTable(ROW_SHIFT);
    private @Nullable LongTable spare;
    private long currentSlice = -1;
    private long closedSlices;

    SlidingWindows(long slideMs, int slicesOfWindow, Tally tally, WindowResult result) {
        this.slideMs = slideMs;
        this.slicesOfWindow = slicesOfWindow;
        this.tally = tally;
        this.result = result;
    }

    @Override
    public void event(long key, long value, long time) {
        long slice = time / slideMs;
        if (slice != currentSlice) {
            current = slices.computeIfAbsent(slice, _ -> emptyTable());
            currentSlice = slice;
        }
        int row = current.row(key);
        long[] cells = current.cells();
        cells[row + COUNT]++;
        cells[row + SUM] += value;
    }

    private LongTable emptyTable() {
        LongTable table = spare == null ? new LongTable(ROW_SHIFT) : spare;
        spare = null;
        return table;
    }

    @Override
    public void advance(long time) {
        while (closedSlices < time / slideMs) {
            close(closedSlices++);
        }
    }

    @Override
    public void end() {
        if (slices.isEmpty()) {
            return;
        }
        long last = slices.lastKey() + slicesOfWindow;
        while (closedSlices < last) {
            close(closedSlices++);
        }
    }

    /** Emits the window whose last slice this is. */
    private void close(long slice) {
        @Nullable LongTable newest = slices.get(slice);
        if (slicesOfWindow == 1) {
            total = newest == null ? new LongTable(ROW_SHIFT) : newest;
        } else if (newest != null) {
            add(newest, 1);
        }
        emit();
        result.windowEnd((slice + 1) * slideMs);
        LongTable oldest = slices.remove(slice - slicesOfWindow + 1);
        if (oldest != null) {
            if (slicesOfWindow > 1) {
                add(oldest, -1);
            }
            oldest.clear();
            spare = oldest;
        }
        if (slice % 64 == 0 && slicesOfWindow > 1) {
            dropEmpty();
        }
    }

    private void add(LongTable slice, long sign) {
        long[] from = slice.cells();
        for (int cell = 0; cell < from.length; cell += slice.width()) {
            if (from[cell] != 0) {
                int row = total.row(from[cell] - 1);
                total.cells()[row + COUNT] += sign * from[cell + COUNT];
                total.cells()[row + SUM] += sign * from[cell + SUM];
            }
        }
    }

    private void emit() {
        long[] cells = total.cells();
        for (int cell = 0; cell < cells.length; cell += total.width()) {
            if (cells[cell + COUNT] != 0) {
                result.key(cells[cell] - 1, cells[cell + COUNT], cells[cell + SUM]);
            }
        }
    }

    /** Keys that have left the window take room, and time, only for a while. */
    private void dropEmpty() {
        LongTable kept = new LongTable(ROW_SHIFT);
        long[] cells = total.cells();
        for (int cell = 0; cell < cells.length; cell += total.width()) {
            if (cells[cell + COUNT] != 0) {
                int row = kept.row(cells[cell] - 1);
                kept.cells()[row + COUNT] = cells[cell + COUNT];
                kept.cells()[row + SUM] = cells[cell + SUM];
            }
        }
        total = kept;
    }

    @Override
    public Tally tally() {
        return tally;
    }
}
