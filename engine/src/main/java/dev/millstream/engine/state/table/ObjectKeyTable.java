package dev.millstream.engine.state.table;

import org.jspecify.annotations.Nullable;

/** Keys of any class: their hashes in the first word of their rows, they in the first reference. */
public final class ObjectKeyTable extends GroupTable {
    private final boolean subKeys;

    ObjectKeyTable(RowLayout layout, int group) {
        super(layout, group);
        this.subKeys = layout.hasSubKeys();
    }

    @Override
    public int find(Object key, int hash) {
        lookUps++;
        int spread = spread(hash);
        int row = search(index, spread, key, hash);
        RowIndex old = oldIndex;
        return row < 0 && old != null ? search(old, spread, key, hash) : row;
    }

    private int search(RowIndex all, int spread, Object key, int hash) {
        int place = spread & all.mask;
        for (int entry = all.entry(place); entry != 0; entry = all.entry(place)) {
            if (all.isLike(entry, spread)) {
                int row = all.row(entry);
                if (row != all.mask - 1
                        && (int) word(row, 0) == hash
                        && isKey(reference(row, 0), key)) {
                    return row;
                }
            }
            place = (place + 1) & all.mask;
        }
        return -1;
    }

    private static boolean isKey(@Nullable Object kept, Object key) {
        return key.equals(kept);
    }

    @Override
    public int find(Object key, int hash, long subKey) {
        lookUps++;
        int spread = spread(hash, subKey);
        int row = search(index, spread, key, hash, subKey);
        RowIndex old = oldIndex;
        return row < 0 && old != null ? search(old, spread, key, hash, subKey) : row;
    }

    private int search(RowIndex all, int spread, Object key, int hash, long subKey) {
        int place = spread & all.mask;
        for (int entry = all.entry(place); entry != 0; entry = all.entry(place)) {
            if (all.isLike(entry, spread)) {
                int row = all.row(entry);
                if (row != all.mask - 1
                        && (int) word(row, 0) == hash
                        && word(row, 1) == subKey
                        && isKey(reference(row, 0), key)) {
                    return row;
                }
            }
            place = (place + 1) & all.mask;
        }
        return -1;
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
