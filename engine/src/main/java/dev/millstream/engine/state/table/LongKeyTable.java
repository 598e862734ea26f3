package dev.millstream.engine.state.table;

import dev.millstream.types.key.StableHash;

/** Keys that are longs or ints, unboxed, in the first word of their rows. */
public final class LongKeyTable extends GroupTable {
    private final boolean ints;
    private final boolean subKeys;

    LongKeyTable(RowLayout layout, int group) {
        super(layout, group);
        this.ints = layout.keys() == KeyKind.INT;
        this.subKeys = layout.hasSubKeys();
    }

    private long unboxed(Object key) {
        return ints ? (Integer) key : (Long) key;
    }

    @Override
    public int find(Object key, int hash) {
        return find(unboxed(key), hash);
    }

    /**
     * The key's row, or -1.
     *
     * @param hash the key's stable hash
     */
    public int find(long key, int hash) {
        lookUps++;
        int spread = spread(hash);
        int row = search(index, spread, key);
        RowIndex old = oldIndex;
        return row < 0 && old != null ? search(old, spread, key) : row;
    }

    private int search(RowIndex all, int spread, long key) {
        int place = spread & all.mask;
        for (int entry = all.entry(place); entry != 0; entry = all.entry(place)) {
            if (all.isLike(entry, spread)) {
                int row = all.row(entry);
                if (row != all.mask - 1 && word(row, 0) == key) {
                    return row;
                }
            }
            place = (place + 1) & all.mask;
        }
        return -1;
    }

    @Override
    public int find(Object key, int hash, long subKey) {
        lookUps++;
        long number = unboxed(key);
        int spread = spread(hash, subKey);
        int row = search(index, spread, number, subKey);
        RowIndex old = oldIndex;
        return row < 0 && old != null ? search(old, spread, number, subKey) : row;
    }

    private int search(RowIndex all, int spread, long key, long subKey) {
        int place = spread & all.mask;
        for (int entry = all.entry(place); entry != 0; entry = all.entry(place)) {
            if (all.isLike(entry, spread)) {
                int row = all.row(entry);
                if (row != all.mask - 1 && word(row, 0) == key && word(row, 1) == subKey) {
                    return row;
                }
            }
            place = (place + 1) & all.mask;
        }
        return -1;
    }

    @Override
    public int add(Object key, int hash) {
        return add(unboxed(key), hash);
    }

    /** Adds a row for a key that has none. */
    public int add(long key, int hash) {
        int row = allocate();
        setWord(row, 0, key);
        index(row, spread(hash));
        return row;
    }

    @Override
    public int add(Object key, int hash, long subKey) {
        int row = allocate();
        setWord(row, 0, unboxed(key));
        setWord(row, 1, subKey);
        index(row, spread(hash, subKey));
        return row;
    }

    @Override
    public Object key(int row) {
        long key = word(row, 0);
        return ints ? (Object) (int) key : (Object) key;
    }

    @Override
    public int keyHash(int row) {
        long key = word(row, 0);
        return ints ? StableHash.ofInt((int) key) : StableHash.ofLong(key);
    }

    @Override
    int indexHash(int row) {
        int hash = keyHash(row);
        return subKeys ? spread(hash, word(row, 1)) : spread(hash);
    }
}
