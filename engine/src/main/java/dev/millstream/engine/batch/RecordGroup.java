package dev.millstream.engine.batch;

import org.jspecify.annotations.Nullable;

/** Some records that are looked up together, with their keys. Belongs to the task's thread. */
final class RecordGroup {
    /** Enough to wait for memory together, and all of them still in the nearest cache. */
    private static final int CAPACITY = 128;

    private final int[] hashes = new int[CAPACITY];
    private final int[] indices = new int[CAPACITY];
    private final long[] timestamps = new long[CAPACITY];
    private @Nullable Object[] keys = new @Nullable Object[CAPACITY];
    private @Nullable Object[] records = new @Nullable Object[CAPACITY];
    private int size;

    /** Adds a record to a group that isn't full. */
    void add(Object key, int hash, Object record, long timestamp) {
        int place = size;
        keys[place] = key;
        records[place] = record;
        hashes[place] = hash;
        timestamps[place] = timestamp;
        size = place + 1;
    }

    boolean isFull() {
        return size == CAPACITY;
    }

    int size() {
        return size;
    }

    @SuppressWarnings("NullAway") // below the size there is what was added
    Object key(int place) {
        return keys[place];
    }

    int hash(int place) {
        return hashes[place];
    }

    @SuppressWarnings("NullAway") // as above
    Object record(int place) {
        return records[place];
    }

    long timestamp(int place) {
        return timestamps[place];
    }

    /** The index of the record's key in the table; -1 if none was found. */
    int index(int place) {
        return indices[place];
    }

    /** The record is to be looked at by itself. */
    void setAside(int place) {
        indices[place] = -1;
    }

    @SuppressWarnings("NullAway") // as above
    void findIn(GroupTable table) {
        table.find(keys, hashes, size, indices);
    }

    /**
     * Empties it. New arrays are cheaper than old ones, as it is to young ones that G1 lets store
     * without a note.
     */
    void clear() {
        keys = new @Nullable Object[CAPACITY];
        records = new @Nullable Object[CAPACITY];
        size = 0;
    }
}
