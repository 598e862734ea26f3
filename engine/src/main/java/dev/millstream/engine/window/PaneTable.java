package dev.millstream.engine.window;

import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/**
 * What is kept of each key in one stretch of time: an accumulator, in the order in which keys came.
 * Open addressing with linear probing; keys that are all {@code Long}s are kept unboxed, beside the
 * index that they lead to, so that a look-up waits for memory as seldom as possible. Accumulators
 * are in small arrays, which are as young as what they hold: that spares the collector's barriers.
 * Dropped as a whole, and used again then.
 */
final class PaneTable {
    private static final int MIN_CAPACITY = 64;
    private static final int CHUNK_BITS = 10;
    private static final int CHUNK = 1 << CHUNK_BITS;

    /**
     * By slot: index of the entry plus 1; 0 for a free slot. A power of two, filled to two thirds.
     */
    private int[] indexes;

    /** By slot, while all keys are longs. */
    private long[] longKeys;

    /** By slot; null while all keys are longs. */
    private @Nullable Object @Nullable [] objectKeys;

    /** By index. */
    private int[] hashes;

    /** By index: the entry's slot. */
    private int[] slots;

    /** By index: how many records were counted. */
    private int[] counts;

    /** By index. */
    private @Nullable Object[][] accumulators;

    private int size;

    /**
     * An empty one.
     *
     * @param expected so many keys will fit without growing
     */
    PaneTable(int expected) {
        int capacity = MIN_CAPACITY;
        while (limit(capacity) < expected) {
            capacity = Math.multiplyExact(capacity, 2);
        }
        indexes = new int[capacity];
        longKeys = new long[capacity];
        hashes = new int[limit(capacity)];
        slots = new int[limit(capacity)];
        counts = new int[limit(capacity)];
        accumulators = new @Nullable Object[chunks(limit(capacity))][];
    }

    private static int limit(int capacity) {
        return capacity / 3 * 2;
    }

    private static int chunks(int limit) {
        return (limit >>> CHUNK_BITS) + 1;
    }

    /** Forgets all. */
    void clear() {
        Arrays.fill(indexes, 0);
        Arrays.fill(accumulators, null);
        if (objectKeys != null) {
            Arrays.fill(objectKeys, null);
        }
        size = 0;
    }

    /** The key's index, or -1 if it isn't there. */
    int find(Object key, int hash) {
        if (objectKeys == null) {
            return key instanceof Long number ? findLong(number, hash) : -1;
        }
        return findObject(objectKeys, key, hash);
    }

    private int findLong(long key, int hash) {
        int[] all = indexes;
        int mask = all.length - 1;
        int slot = spread(hash) & mask;
        for (int entry = all[slot]; entry != 0; entry = all[slot]) {
            if (longKeys[slot] == key) {
                return entry - 1;
            }
            slot = (slot + 1) & mask;
        }
        return -1;
    }

    @SuppressWarnings("NullAway") // a slot that has an index has a key
    private int findObject(@Nullable Object[] keys, Object key, int hash) {
        int[] all = indexes;
        int mask = all.length - 1;
        int slot = spread(hash) & mask;
        for (int entry = all[slot]; entry != 0; entry = all[slot]) {
            if (hashes[entry - 1] == hash && keys[slot].equals(key)) {
                return entry - 1;
            }
            slot = (slot + 1) & mask;
        }
        return -1;
    }

    /**
     * Adds a key that isn't there.
     *
     * @param key kept as it is
     * @return its index: the size before
     */
    int add(Object key, int hash, Object accumulator) {
        if (size == hashes.length) {
            grow();
        }
        int index = size++;
        int slot = freeSlot(hash);
        if (objectKeys == null && key instanceof Long number) {
            longKeys[slot] = number;
        } else {
            boxedKeys()[slot] = key;
        }
        indexes[slot] = index + 1;
        slots[index] = slot;
        hashes[index] = hash;
        counts[index] = 0;
        @Nullable Object[] chunk = accumulators[index >>> CHUNK_BITS];
        if (chunk == null) {
            chunk = new @Nullable Object[CHUNK];
            accumulators[index >>> CHUNK_BITS] = chunk;
        }
        chunk[index & (CHUNK - 1)] = accumulator;
        return index;
    }

    private int freeSlot(int hash) {
        int mask = indexes.length - 1;
        int slot = spread(hash) & mask;
        while (indexes[slot] != 0) {
            slot = (slot + 1) & mask;
        }
        return slot;
    }

    /** Makes room for keys of any class. */
    private @Nullable Object[] boxedKeys() {
        @Nullable Object[] keys = objectKeys;
        if (keys == null) {
            keys = new @Nullable Object[indexes.length];
            for (int slot = 0; slot < keys.length; slot++) {
                keys[slot] = indexes[slot] == 0 ? null : (Object) longKeys[slot];
            }
            objectKeys = keys;
            longKeys = new long[0];
        }
        return keys;
    }

    @SuppressWarnings("NullAway") // keys below the size are there
    Object key(int index) {
        int slot = slots[index];
        return objectKeys == null ? (Object) longKeys[slot] : objectKeys[slot];
    }

    int hash(int index) {
        return hashes[index];
    }

    /** How often {@link #count} was called for an entry. */
    int counted(int index) {
        return counts[index];
    }

    void count(int index) {
        counts[index]++;
    }

    @SuppressWarnings("NullAway") // accumulators below the size are what add and set were given
    Object accumulator(int index) {
        return accumulators[index >>> CHUNK_BITS][index & (CHUNK - 1)];
    }

    // NullAway: as above; the same object needn't be written again, which a collector would notice
    @SuppressWarnings({"NullAway", "ReferenceEquality"})
    void set(int index, Object accumulator) {
        @Nullable Object[] chunk = accumulators[index >>> CHUNK_BITS];
        if (chunk[index & (CHUNK - 1)] != accumulator) {
            chunk[index & (CHUNK - 1)] = accumulator;
        }
    }

    int size() {
        return size;
    }

    private void grow() {
        int capacity = Math.multiplyExact(indexes.length, 2);
        int[] oldSlots = slots;
        long[] oldLongs = longKeys;
        @Nullable Object[] oldObjects = objectKeys;
        indexes = new int[capacity];
        hashes = Arrays.copyOf(hashes, limit(capacity));
        counts = Arrays.copyOf(counts, limit(capacity));
        slots = new int[limit(capacity)];
        accumulators = Arrays.copyOf(accumulators, chunks(limit(capacity)));
        if (oldObjects == null) {
            longKeys = new long[capacity];
        } else {
            objectKeys = new @Nullable Object[capacity];
        }
        for (int index = 0; index < size; index++) {
            int slot = freeSlot(hashes[index]);
            indexes[slot] = index + 1;
            slots[index] = slot;
            if (objectKeys == null) {
                longKeys[slot] = oldLongs[oldSlots[index]];
            } else if (oldObjects != null) {
                objectKeys[slot] = oldObjects[oldSlots[index]];
            }
        }
    }

    /** Keys of one key group share their hash's remainder: this makes all bits count. */
    private static int spread(int hash) {
        int mixed = hash * 0x9E3779B9;
        return mixed ^ (mixed >>> 16);
    }
}
