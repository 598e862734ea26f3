package dev.millstream.engine.batch;

import dev.millstream.engine.operator.Output;
import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/**
 * What is kept for each key, in the order in which the keys came. Open addressing with linear
 * probing: a slot has the key's hash and the index of its entry, so that a look-up touches the slot
 * and the entry, and no other key. Nothing is removed.
 */
final class GroupTable {
    private static final int MIN_CAPACITY = 16;
    private static final long INDEX_MASK = 0xFFFF_FFFFL;

    /** Hash above, index plus 1 below; 0 for a free slot. A power of two, at most half full. */
    private long[] slots = new long[2 * MIN_CAPACITY];

    /** Each key, and behind it what is kept. */
    private @Nullable Object[] entries = new @Nullable Object[2 * MIN_CAPACITY];

    /** Null as long as no record had one. */
    private long @Nullable [] timestamps;

    private int size;

    /** The key's index, or -1 if it isn't there. */
    int find(Object key, int hash) {
        int mask = slots.length - 1;
        int slot = spread(hash) & mask;
        for (long found = slots[slot]; found != 0; found = slots[slot]) {
            if ((int) (found >>> 32) == hash) {
                int index = (int) (found & INDEX_MASK) - 1;
                if (key.equals(entries[2 * index])) {
                    return index;
                }
            }
            slot = (slot + 1) & mask;
        }
        return -1;
    }

    /**
     * Adds a key that isn't there.
     *
     * @return its index: the size before
     */
    int add(Object key, int hash, Object kept, long timestamp) {
        if (2 * size == entries.length) {
            grow();
        }
        int index = size++;
        entries[2 * index] = key;
        entries[2 * index + 1] = kept;
        occupy(slots, hash, index);
        timestamp(index, timestamp);
        return index;
    }

    @SuppressWarnings("NullAway") // below the size there is what was added
    Object kept(int index) {
        return entries[2 * index + 1];
    }

    void keep(int index, Object kept) {
        entries[2 * index + 1] = kept;
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
            known = new long[entries.length / 2];
            Arrays.fill(known, Output.NO_TIMESTAMP);
            timestamps = known;
        }
        known[index] = timestamp;
    }

    int size() {
        return size;
    }

    private void grow() {
        int capacity = Math.multiplyExact(entries.length, 2);
        entries = Arrays.copyOf(entries, capacity);
        long[] known = timestamps;
        if (known != null) {
            timestamps = Arrays.copyOf(known, capacity / 2);
        }
        long[] wider = new long[capacity];
        for (long slot : slots) {
            if (slot != 0) {
                occupy(wider, (int) (slot >>> 32), (int) (slot & INDEX_MASK) - 1);
            }
        }
        slots = wider;
    }

    private static void occupy(long[] slots, int hash, int index) {
        int mask = slots.length - 1;
        int slot = spread(hash) & mask;
        while (slots[slot] != 0) {
            slot = (slot + 1) & mask;
        }
        slots[slot] = ((long) hash << 32) | (index + 1);
    }

    /** Keys of one subtask share parts of their hashes: this makes all bits count. */
    private static int spread(int hash) {
        int mixed = hash * 0x9E3779B9;
        return mixed ^ (mixed >>> 16);
    }
}
