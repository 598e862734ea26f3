package dev.millstream.engine.state.table;

import dev.millstream.types.key.StableHash;

/** Keys that are longs or ints, unboxed, in the first word of their rows. */
public final class LongKeyTable extends GroupTable {
    private static final long GOLDEN = 0x9E3779B97F4A7C15L;

    private final boolean ints;
    private final boolean subKeys;

    LongKeyTable(RowLayout layout, int group) {
        super(layout, group);
        this.ints = layout.keys() == KeyKind.INT;
        this.subKeys = layout.hasSubKeys();
    }

    private static int hash(long key) {
        return (int) (((key ^ (key >>> 32)) * GOLDEN) >>> 32);
    }

    private static int hash(long key, long subKey) {
        return hash(key + Long.rotateLeft(subKey * GOLDEN, 23));
    }

    private long unboxed(Object key) {
        return ints ? (Integer) key : (Long) key;
    }

    @Override
    public int find(Object key, int hash) {
        return find(unboxed(key));
    }

    /** The key's row, or -1. */
    public int find(long key) {
        lookUps++;
        int hash = hash(key);
        int row = search(slots, hash, key);
        return row < 0 && oldSlots.length > 0 ? search(oldSlots, hash, key) : row;
    }

    private int search(int[] all, int hash, long key) {
        int mask = all.length - 1;
        int rowMask = 2 * all.length - 1;
        for (int slot = hash & mask; ; slot = (slot + 1) & mask) {
            int entry = all[slot];
            if (entry == 0) {
                return -1;
            }
            if (((entry ^ hash) & ~rowMask) == 0) {
                int row = (entry & rowMask) - 1;
                // An entry that is gone has a number that no row has.
                if (row != rowMask - 1
                        && words[row >>> BITS][HEADER + (row & MASK) * stride] == key) {
                    return row;
                }
            }
        }
    }

    @Override
    public int find(Object key, int hash, long subKey) {
        return find(unboxed(key), subKey);
    }

    /** The row of a key and a sub-key, or -1. */
    public int find(long key, long subKey) {
        lookUps++;
        int hash = hash(key, subKey);
        int row = search(slots, hash, key, subKey);
        return row < 0 && oldSlots.length > 0 ? search(oldSlots, hash, key, subKey) : row;
    }

    private int search(int[] all, int hash, long key, long subKey) {
        int mask = all.length - 1;
        int rowMask = 2 * all.length - 1;
        for (int slot = hash & mask; ; slot = (slot + 1) & mask) {
            int entry = all[slot];
            if (entry == 0) {
                return -1;
            }
            if (((entry ^ hash) & ~rowMask) == 0) {
                int row = (entry & rowMask) - 1;
                if (row != rowMask - 1 && word(row, 0) == key && word(row, 1) == subKey) {
                    return row;
                }
            }
        }
    }

    @Override
    public int add(Object key, int hash) {
        return add(unboxed(key));
    }

    /** Adds a row for a key that has none. */
    public int add(long key) {
        int row = allocate();
        setWord(row, 0, key);
        index(row, hash(key));
        return row;
    }

    @Override
    public int add(Object key, int hash, long subKey) {
        return add(unboxed(key), subKey);
    }

    /** Adds a row for a key and a sub-key that have none. */
    public int add(long key, long subKey) {
        int row = allocate();
        setWord(row, 0, key);
        setWord(row, 1, subKey);
        index(row, hash(key, subKey));
        return row;
    }

    @Override
    public Object key(int row) {
        long key = word(row, 0);
        return ints ? (Object) (int) key : (Object) key;
    }

    @Override
    public int keyHash(int row) {
        return StableHash.hash(key(row));
    }

    @Override
    int indexHash(int row) {
        return subKeys ? hash(word(row, 0), word(row, 1)) : hash(word(row, 0));
    }
}
