package dev.millstream.engine.state.table;

import org.jspecify.annotations.Nullable;

/**
 * The rows of one key group, found by key through an index beside them. When the index grows, each
 * row that is added moves a few entries of the old one: no single addition takes long.
 *
 * <p>Belongs to one thread. Goes through rows in an order that depends on nothing but what was
 * added and removed.
 */
public abstract sealed class GroupTable extends RowBlocks permits LongKeyTable, ObjectKeyTable {
    private static final int MIN_PLACES = 32;
    private static final int MOVED_AT_ONCE = 8;
    private static final long GOLDEN = 0x9E3779B97F4A7C15L;

    /** A smaller index stays in the processor's caches, with those of all other groups. */
    private static final int LARGE = 1 << 9;

    RowIndex index = new RowIndex(MIN_PLACES);

    /** What {@link #index} was before it grew, while entries are moved. */
    @Nullable RowIndex oldIndex;

    private int moved;
    private int occupied;

    /** How often a row was looked for. */
    long lookUps;

    GroupTable(RowLayout layout, int group) {
        super(layout, group);
    }

    /** What a key is indexed by: hashes of one group's keys have bits in common. */
    static int spread(int hash) {
        return (int) (((hash ^ ((long) hash << 32)) * GOLDEN) >>> 32);
    }

    static int spread(int hash, long subKey) {
        long mixed = (hash + Long.rotateLeft(subKey * GOLDEN, 23)) * GOLDEN;
        return (int) (mixed >>> 32);
    }

    /** Whether reading ahead may pay. */
    final boolean isLarge() {
        return index.places() >= LARGE;
    }

    /** Reads what a search for a key will read first: its place in the index. */
    final int touchIndex(int hash) {
        RowIndex all = index;
        return all.entry(spread(hash) & all.mask);
    }

    /**
     * Finds the rows that a key with this hash may have, by the index alone: of two there is hardly
     * a third.
     *
     * @param rows is given two; -1 for none
     * @param at where in it
     */
    final void guess(int hash, int[] rows, int at) {
        RowIndex all = index;
        int spread = spread(hash);
        int place = spread & all.mask;
        int first = -1;
        int second = -1;
        for (int entry = all.entry(place); entry != 0; entry = all.entry(place)) {
            if (all.isLike(entry, spread)) {
                second = first;
                first = all.row(entry);
            }
            place = (place + 1) & all.mask;
        }
        rows[at] = first;
        rows[at + 1] = second;
    }

    /**
     * The key's row, or -1.
     *
     * @param hash the key's stable hash
     */
    public abstract int find(Object key, int hash);

    /** The row of a key and a sub-key, or -1. */
    public abstract int find(Object key, int hash, long subKey);

    /**
     * Adds a row for a key that has none.
     *
     * @param key is kept
     * @return the row; its fields are 0 and null
     */
    public abstract int add(Object key, int hash);

    /** Adds a row for a key and a sub-key that have none. */
    public abstract int add(Object key, int hash, long subKey);

    /** The row's key. */
    public abstract Object key(int row);

    /** The stable hash of the row's key. */
    public abstract int keyHash(int row);

    /** The row's sub-key. */
    public final long subKey(int row) {
        return word(row, 1);
    }

    /** What the row is indexed by. */
    abstract int indexHash(int row);

    /** Rows that are there. */
    public final int size() {
        return occupied;
    }

    /** How often a row was looked for so far. */
    public final long lookUps() {
        return lookUps;
    }

    final void index(int row, int indexHash) {
        occupied++;
        // A row's number may exceed the number of rows, as some are held back for snapshots.
        while (4L * occupied > 3L * index.places() || !index.canHold(row)) {
            moveAll();
            oldIndex = index;
            index = new RowIndex(Math.multiplyExact(2, index.places()));
            moved = 0;
        }
        move(MOVED_AT_ONCE);
        index.add(row, indexHash);
    }

    private void move(int count) {
        RowIndex old = oldIndex;
        if (old == null) {
            return;
        }
        int end = Math.min(old.places(), moved + count);
        for (; moved < end; moved++) {
            int entry = old.entry(moved);
            if (old.isOfRow(entry)) {
                int row = old.row(entry);
                index.add(row, indexHash(row));
            }
        }
        if (moved == old.places()) {
            oldIndex = null;
        }
    }

    private void moveAll() {
        move(Integer.MAX_VALUE - moved);
    }

    /** Removes a row. */
    public final void remove(int row) {
        int indexHash = indexHash(row);
        RowIndex old = oldIndex;
        int oldPlace = old == null ? -1 : old.placeOf(row, indexHash);
        if (old != null && oldPlace >= 0) {
            old.markRemoved(oldPlace);
        }
        int place = index.placeOf(row, indexHash);
        if (place >= 0) {
            close(place);
        }
        occupied--;
        release(row);
    }

    /** Frees a place, and moves up those behind it that belong further ahead. */
    private void close(int freed) {
        RowIndex all = index;
        int mask = all.mask;
        int hole = freed;
        for (int at = (hole + 1) & mask; all.entry(at) != 0; at = (at + 1) & mask) {
            int home = indexHash(all.row(all.entry(at))) & mask;
            if (((at - home) & mask) >= ((at - hole) & mask)) {
                all.move(at, hole);
                hole = at;
            }
        }
        all.free(hole);
    }
}
