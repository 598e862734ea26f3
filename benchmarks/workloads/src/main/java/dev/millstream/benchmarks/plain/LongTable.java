package dev.millstream.benchmarks.plain;

import dev.millstream.benchmarks.workload.Mix;
import java.util.Arrays;

/** Rows of numbers by key, by open addressing with linear probing. Not thread-safe. */
final class LongTable {
    private static final int FIRST_ROWS = 1 << 12;

    /** The width of a row is a power of two: the key plus one, then values. */
    private final int shift;

    private long[] cells;
    private int rows;
    private int used;

    /**
     * An empty table.
     *
     * @param shift the binary logarithm of a row's width, the key included
     */
    LongTable(int shift) {
        this.shift = shift;
        rows = FIRST_ROWS;
        cells = new long[rows << shift];
    }

    /** Where the row of a key begins in {@link #cells}; made if there is none. */
    int row(long key) {
        long mark = key + 1;
        int mask = rows - 1;
        int row = (int) Mix.of(key) & mask;
        while (true) {
            int cell = row << shift;
            long found = cells[cell];
            if (found == mark) {
                return cell;
            }
            if (found == 0) {
                return added(cell, mark);
            }
            row = (row + 1) & mask;
        }
    }

    private int added(int cell, long mark) {
        if ((used + 1) * 2 > rows) {
            grow();
            return row(mark - 1);
        }
        used++;
        cells[cell] = mark;
        return cell;
    }

    private void grow() {
        long[] old = cells;
        rows *= 2;
        cells = new long[rows << shift];
        used = 0;
        int width = 1 << shift;
        for (int from = 0; from < old.length; from += width) {
            if (old[from] != 0) {
                int to = row(old[from] - 1);
                System.arraycopy(old, from + 1, cells, to + 1, width - 1);
            }
        }
    }

    /** All rows, empty ones too. A row's first cell is its key plus one, or 0. */
    long[] cells() {
        return cells;
    }

    /** How many cells a row has. */
    int width() {
        return 1 << shift;
    }

    void clear() {
        Arrays.fill(cells, 0);
        used = 0;
    }
}
