package dev.millstream.engine.state.table;

import java.util.Arrays;

/**
 * Rows that were removed. If the next snapshot is to tell what has changed since the last one, a
 * row is not used again before it is taken, as it tells by the row that its key is gone; unless
 * there are too many such rows: then the next snapshot has to tell everything.
 */
final class FreeRows {
    private static final int MIN_CAPACITY = 16;
    private static final int MAX_HELD = 1 << 16;

    private int[] ready = {};
    private int readyCount;
    private int[] held = {};
    private int heldCount;
    private boolean holding;

    /** The last row that was freed; -1 when there is none. */
    int take() {
        return readyCount == 0 ? -1 : ready[--readyCount];
    }

    void add(int row) {
        if (holding) {
            held = withRoom(held, heldCount);
            held[heldCount++] = row;
            if (heldCount == MAX_HELD) {
                letGo();
            }
        } else {
            ready = withRoom(ready, readyCount);
            ready[readyCount++] = row;
        }
    }

    /** Whether rows keep their keys for the next snapshot. */
    boolean isHolding() {
        return holding;
    }

    void snapshotTaken(boolean hold) {
        letGo();
        holding = hold;
    }

    private void letGo() {
        holding = false;
        for (int i = 0; i < heldCount; i++) {
            add(held[i]);
        }
        held = new int[0];
        heldCount = 0;
    }

    private static int[] withRoom(int[] rows, int count) {
        return count < rows.length ? rows : Arrays.copyOf(rows, Math.max(MIN_CAPACITY, 2 * count));
    }
}
