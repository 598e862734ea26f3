package dev.millstream.engine.state.table;

import org.jspecify.annotations.Nullable;

/** Keys of any class: their hashes in the first word of their rows, they in the first reference. */
public final class ObjectKeyTable extends GroupTable {
    private static final long GOLDEN = 0x9E3779B97F4A7C15L;

    private final boolean subKeys;

    ObjectKeyTable(RowLayout layout, int group) {
        super(layout, group);
        this.subKeys = layout.hasSubKeys();
    }

    private static int spread(int hash) {
        return (int) (((hash ^ ((long) hash << 32)) * GOLDEN) >>> 32);
    }

    private static int spread(int hash, long subKey) {
        long mixed = (hash + Long.rotateLeft(subKey * GOLDEN, 23)) * GOLDEN;
        return (int) (mixed >>> 32);
    }

    @Override
    public int find(Object key, int hash) {
        lookUps++;
        int spread = spread(hash);
        int row = search(slots, spread, key, hash);
        return row < 0 && oldSlots.length > 0 ? search(oldSlots, spread, key, hash) : row;
    }

    private int search(int[] all, int spread, Object key, int hash) {
        int mask = all.length - 1;
        int rowMask = 2 * all.length - 1;
        for (int slot = spread & mask; ; slot = (slot + 1) & mask) {
            int entry = all[slot];
            if (entry == 0) {
                return -1;
            }
            if (((entry ^ spread) & ~rowMask) == 0) {
                int row = (entry & rowMask) - 1;
                if (row != rowMask - 1
                        && (int) word(row, 0) == hash
                        && isKey(reference(row, 0), key)) {
                    return row;
                }
            }
        }
    }

    private static boolean isKey(@Nullable Object kept, Object key) {
        return key.equals(kept);
    }

    @Override
    public int find(Object key, int hash, long subKey) {
        lookUps++;
        int spread = spread(hash, subKey);
        int row = search(slots, spread, key, hash, subKey);
        return row < 0 && oldSlots.length > 0 ? search(oldSlots, spread, key, hash, subKey) : row;
    }

    private int search(int[] all, int spread, Object key, int hash, long subKey) {
        int mask = all.length - 1;
        int rowMask = 2 * all.length - 1;
        for (int slot = spread & mask; ; slot = (slot + 1) & mask) {
            int entry = all[slot];
            if (entry == 0) {
                return -1;
            }
            if (((entry ^ spread) & ~rowMask) == 0) {
                int row = (entry & rowMask) - 1;
                if (row != rowMask - 1
                        && (int) word(row, 0) == hash
                        && word(row, 1) == subKey
                        && isKey(reference(row, 0), key)) {
                    return row;
                }
            }
        }
    }

    @Override
    public int add(Object key, int hash) {
        int row = allocate();
        setWord(row, 0, hash);
        setReference(row, 0, key);
        index(row, spread(hash));
        return row;
    }

    @Override
    public int add(Object key, int hash, long subKey) {
        int row = allocate();
        setWord(row, 0, hash);
        setWord(row, 1, subKey);
        setReference(row, 0, key);
        index(row, spread(hash, subKey));
        return row;
    }

    @Override
    public Object key(int row) {
        Object key = reference(row, 0);
        if (key == null) {
            throw new IllegalArgumentException("Row " + row + " has no key: it was removed");
        }
        return key;
    }

    @Override
    public int keyHash(int row) {
        return (int) word(row, 0);
    }

    @Override
    int indexHash(int row) {
        int hash = (int) word(row, 0);
        return subKeys ? spread(hash, word(row, 1)) : spread(hash);
    }
}
