package dev.millstream.engine.state;

import org.jspecify.annotations.Nullable;

/** A value for each key on the heap, in one table for each key group of a subtask. */
public final class KeyGroupTables {
    private final KeyGroupRange range;
    private final @Nullable KeyTable[] tables;

    public KeyGroupTables(KeyGroupRange range) {
        this.range = range;
        this.tables = new @Nullable KeyTable[range.count()];
    }

    /**
     * The table that the key belongs to.
     *
     * @param hash the key's stable hash
     * @throws IllegalStateException see {@link KeyGroupRange#indexOf}
     */
    public KeyTable tableOf(Object key, int hash) {
        int index = range.indexOf(key, hash);
        KeyTable table = tables[index];
        if (table == null) {
            table = new KeyTable();
            tables[index] = table;
        }
        return table;
    }
}
