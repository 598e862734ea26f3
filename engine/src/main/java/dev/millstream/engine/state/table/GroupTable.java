package dev.millstream.engine.state.table;

/**
 * The rows of one key group, found by key. An index of ints beside the rows, by open addressing
 * with linear probing; each entry has a row's number and, in the bits that are left, bits of its
 * hash, so that hardly a wrong row is looked at. When the index grows, each row that is added moves
 * a few entries of the old one: no single addition takes long.
 *
 * <p>Belongs to one thread. Goes through rows in an order that depends on nothing but what was
 * added and removed.
 */
public abstract sealed class GroupTable extends RowBlocks permits LongKeyTable, ObjectKeyTable {
    private static final int MIN_SLOTS = 32;
    private static final int MOVED_AT_ONCE = 8;
    private static final int GONE = -1;

    /** 0 for a free slot, else the row's number plus 1, with bits of its hash above. */
    int[] slots = new int[MIN_SLOTS];

    /** What {@link #slots} was before it grew, while entries are moved; empty when none are. */
    int[] oldSlots = {};

    private int moved;
    private int occupied;

    /** How often a row was looked for. */
    long lookUps;

    GroupTable(RowLayout layout, int group) {
        super(layout, group);
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
        while (4L * occupied > 3L * slots.length || row + 1 >= 2 * slots.length - 1) {
            moveAll();
            oldSlots = slots;
            slots = new int[Math.multiplyExact(2, slots.length)];
            moved = 0;
        }
        if (oldSlots.length > 0) {
            move(MOVED_AT_ONCE);
        }
        occupy(row, indexHash);
    }

    private void occupy(int row, int indexHash) {
        int[] all = slots;
        int mask = all.length - 1;
        int slot = indexHash & mask;
        while (all[slot] != 0) {
            slot = (slot + 1) & mask;
        }
        all[slot] = (row + 1) | (indexHash & -(2 * all.length));
    }

    private void move(int count) {
        int end = Math.min(oldSlots.length, moved + count);
        int rowMask = 2 * oldSlots.length - 1;
        for (; moved < end; moved++) {
            int entry = oldSlots[moved];
            if (entry != 0 && entry != GONE) {
                int row = (entry & rowMask) - 1;
                occupy(row, indexHash(row));
            }
        }
        if (moved == oldSlots.length) {
            oldSlots = new int[0];
        }
    }

    private void moveAll() {
        if (oldSlots.length > 0) {
            move(oldSlots.length);
        }
    }

    /** Removes a row. */
    public final void remove(int row) {
        int indexHash = indexHash(row);
        if (oldSlots.length > 0) {
            int slot = slotOf(oldSlots, row, indexHash);
            if (slot >= 0) {
                oldSlots[slot] = GONE;
            }
        }
        int slot = slotOf(slots, row, indexHash);
        if (slot >= 0) {
            close(slot);
        }
        occupied--;
        release(row);
    }

    private static int slotOf(int[] all, int row, int indexHash) {
        int mask = all.length - 1;
        int rowMask = 2 * all.length - 1;
        for (int slot = indexHash & mask; all[slot] != 0; slot = (slot + 1) & mask) {
            if (all[slot] != GONE && (all[slot] & rowMask) == row + 1) {
                return slot;
            }
        }
        return -1;
    }

    /** Frees a slot, and moves up those behind it that belong further ahead. */
    private void close(int freed) {
        int[] all = slots;
        int mask = all.length - 1;
        int rowMask = 2 * all.length - 1;
        int hole = freed;
        for (int at = (hole + 1) & mask; all[at] != 0; at = (at + 1) & mask) {
            int home = indexHash((all[at] & rowMask) - 1) & mask;
            if (((at - home) & mask) >= ((at - hole) & mask)) {
                all[hole] = all[at];
                hole = at;
            }
        }
        all[hole] = 0;
    }
}
