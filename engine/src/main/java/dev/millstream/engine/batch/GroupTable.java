package dev.millstream.engine.batch;

import dev.millstream.engine.operator.Output;
import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/**
 * What is kept for each key, in the order in which the keys came: those that come often stand close
 * together. Open addressing with linear probing: a slot has some bits of the key's hash and the
 * index of its entry, four bytes in all, so that a look-up touches the slot and the entry, and
 * hardly ever another key. Nothing is removed.
 */
final class GroupTable {
    private static final int MIN_CAPACITY = 16;

    /**
     * Bits of the hash above, index plus 1 below, as many bits as a position has; 0 for a free
     * slot. A power of two, at most half full.
     */
    private int[] slots = new int[2 * MIN_CAPACITY];

    /** Each key, and behind it what is kept. */
    private @Nullable Object[] entries = new @Nullable Object[2 * MIN_CAPACITY];

    /** Each key's, spread; to move entries. */
    private int[] hashes = new int[MIN_CAPACITY];

    /** Null as long as no record had one. */
    private long @Nullable [] timestamps;

    private int size;

    /** The key's index, or -1 if it isn't there. */
    int find(Object key, int hash) {
        int[] all = slots;
        int mask = all.length - 1;
        int spread = spread(hash);
        int position = spread & mask;
        for (int slot = all[position]; slot != 0; slot = all[position]) {
            if (((slot ^ spread) & ~mask) == 0) {
                int index = (slot & mask) - 1;
                if (isKey(key, index)) {
                    return index;
                }
            }
            position = (position + 1) & mask;
        }
        return -1;
    }

    /**
     * Looks up keys that don't depend on each other: so the processor waits for the memory that
     * many of them need at the same time, and not for one after the other (Chen et al., "Improving
     * Hash Join Performance through Prefetching", 2004).
     *
     * @param indices gets each key's index; -1 for those that {@link #find} is to look for
     */
    void find(Object[] keys, int[] keyHashes, int count, int[] indices) {
        int[] all = slots;
        int mask = all.length - 1;
        for (int i = 0; i < count; i++) {
            int spread = spread(keyHashes[i]);
            int position = spread & mask;
            int slot = all[position];
            while (slot != 0 && ((slot ^ spread) & ~mask) != 0) {
                position = (position + 1) & mask;
                slot = all[position];
            }
            indices[i] = (slot & mask) - 1;
        }
        for (int i = 0; i < count; i++) {
            if (indices[i] >= 0 && !isKey(keys[i], indices[i])) {
                indices[i] = -1;
            }
        }
    }

    private boolean isKey(Object key, int index) {
        Object other = entries[2 * index];
        return key instanceof String text ? text.equals(other) : key.equals(other);
    }

    /**
     * Adds a key that isn't there.
     *
     * @return its index: the size before
     */
    int add(Object key, int hash, Object kept, long timestamp) {
        if (size == hashes.length) {
            grow();
        }
        int index = size++;
        entries[2 * index] = key;
        entries[2 * index + 1] = kept;
        hashes[index] = spread(hash);
        occupy(index);
        timestamp(index, timestamp);
        return index;
    }

    @SuppressWarnings("NullAway") // below the size there is what was added
    Object kept(int index) {
        return entries[2 * index + 1];
    }

    /** Storing a reference costs more than to see that it is there. */
    @SuppressWarnings("ReferenceEquality") // what is kept is mostly the same object, changed
    void keep(int index, Object kept) {
        if (entries[2 * index + 1] != kept) {
            entries[2 * index + 1] = kept;
        }
    }

    /** {@link Output#NO_TIMESTAMP} if there is none. */
    long timestamp(int index) {
        return timestamps == null ? Output.NO_TIMESTAMP : timestamps[index];
    }

    void timestamp(int index, long timestamp) {
        long[] known = timestamps;
        if (known == null) {
            if (timestamp == Output.NO_TIMESTAMP) {
                return;
            }
            known = new long[hashes.length];
            Arrays.fill(known, Output.NO_TIMESTAMP);
            timestamps = known;
        }
        known[index] = timestamp;
    }

    int size() {
        return size;
    }

    private void grow() {
        int capacity = Math.multiplyExact(hashes.length, 2);
        entries = Arrays.copyOf(entries, Math.multiplyExact(2, capacity));
        hashes = Arrays.copyOf(hashes, capacity);
        long[] known = timestamps;
        if (known != null) {
            timestamps = Arrays.copyOf(known, capacity);
        }
        slots = new int[2 * capacity];
        for (int index = 0; index < size; index++) {
            occupy(index);
        }
    }

    private void occupy(int index) {
        int mask = slots.length - 1;
        int position = hashes[index] & mask;
        while (slots[position] != 0) {
            position = (position + 1) & mask;
        }
        slots[position] = (hashes[index] & ~mask) | (index + 1);
    }

    /** Keys of one subtask share parts of their hashes: this makes all bits count. */
    private static int spread(int hash) {
        int mixed = hash * 0x9E3779B9;
        return mixed ^ (mixed >>> 16);
    }
}
