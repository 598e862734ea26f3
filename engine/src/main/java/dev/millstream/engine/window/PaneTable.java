package dev.millstream.engine.window;

import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/**
 * What is kept of each key in one stretch of time: an accumulator, in the order in which keys came.
 * Open addressing with linear probing over indexes into dense arrays; keys that are all {@code
 * Long}s are kept unboxed. Dropped as a whole.
 */
final class PaneTable {
    private static final int MIN_CAPACITY = 16;

    /** Index of the entry plus 1; 0 for a free slot. A power of two, at most half full. */
    private int[] slots;

    private int[] hashes;
    private long[] longKeys;

    /** Null while all keys are longs. */
    private @Nullable Object @Nullable [] objectKeys;

    private @Nullable Object[] accumulators;
    private int size;

    /**
     * An empty one.
     *
     * @param expected so many keys will fit without growing
     */
    PaneTable(int expected) {
        int capacity = Math.max(MIN_CAPACITY, ceilingPowerOfTwo(expected));
        slots = new int[2 * capacity];
        hashes = new int[capacity];
        longKeys = new long[capacity];
        accumulators = new @Nullable Object[capacity];
    }

    private static int ceilingPowerOfTwo(int number) {
        return number <= 1 ? 1 : Integer.highestOneBit(number - 1) << 1;
    }

    /** The key's index, or -1 if it isn't there. */
    int find(Object key, int hash) {
        if (objectKeys == null) {
            return key instanceof Long number ? findLong(number, hash) : -1;
        }
        return findObject(objectKeys, key, hash);
    }

    private int findLong(long key, int hash) {
        int[] all = slots;
        int mask = all.length - 1;
        int slot = spread(hash) & mask;
        for (int entry = all[slot]; entry != 0; entry = all[slot]) {
            if (longKeys[entry - 1] == key) {
                return entry - 1;
            }
            slot = (slot + 1) & mask;
        }
        return -1;
    }

    @SuppressWarnings("NullAway") // keys below the size are there
    private int findObject(@Nullable Object[] keys, Object key, int hash) {
        int[] all = slots;
        int mask = all.length - 1;
        int slot = spread(hash) & mask;
        for (int entry = all[slot]; entry != 0; entry = all[slot]) {
            if (hashes[entry - 1] == hash && keys[entry - 1].equals(key)) {
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
        if (objectKeys == null && key instanceof Long number) {
            longKeys[index] = number;
        } else {
            boxedKeys()[index] = key;
        }
        hashes[index] = hash;
        accumulators[index] = accumulator;
        occupy(index);
        return index;
    }

    /** Makes room for keys of any class. */
    private @Nullable Object[] boxedKeys() {
        @Nullable Object[] keys = objectKeys;
        if (keys == null) {
            keys = new @Nullable Object[hashes.length];
            for (int index = 0; index < size - 1; index++) {
                keys[index] = longKeys[index];
            }
            objectKeys = keys;
            longKeys = new long[0];
        }
        return keys;
    }

    @SuppressWarnings("NullAway") // keys below the size are there
    Object key(int index) {
        return objectKeys == null ? (Object) longKeys[index] : objectKeys[index];
    }

    int hash(int index) {
        return hashes[index];
    }

    @SuppressWarnings("NullAway") // accumulators below the size are what add and set were given
    Object accumulator(int index) {
        return accumulators[index];
    }

    void set(int index, Object accumulator) {
        accumulators[index] = accumulator;
    }

    int size() {
        return size;
    }

    private void grow() {
        int capacity = Math.multiplyExact(hashes.length, 2);
        hashes = Arrays.copyOf(hashes, capacity);
        accumulators = Arrays.copyOf(accumulators, capacity);
        if (objectKeys == null) {
            longKeys = Arrays.copyOf(longKeys, capacity);
        } else {
            objectKeys = Arrays.copyOf(objectKeys, capacity);
        }
        slots = new int[Math.multiplyExact(capacity, 2)];
        for (int index = 0; index < size; index++) {
            occupy(index);
        }
    }

    private void occupy(int index) {
        int mask = slots.length - 1;
        int slot = spread(hashes[index]) & mask;
        while (slots[slot] != 0) {
            slot = (slot + 1) & mask;
        }
        slots[slot] = index + 1;
    }

    /** Keys of one key group share their hash's remainder: this makes all bits count. */
    private static int spread(int hash) {
        int mixed = hash * 0x9E3779B9;
        return mixed ^ (mixed >>> 16);
    }
}
