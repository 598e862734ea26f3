package dev.millstream.engine.state;

import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/**
 * A value for each key, in the order in which the keys were added. Open addressing with linear
 * probing over indexes into dense arrays, so that going through it depends on nothing but the
 * input. Nothing is removed but everything.
 */
public final class KeyTable {
    private static final int MIN_CAPACITY = 16;

    /** Index of the entry plus 1; 0 for a free slot. A power of two, at most half full. */
    private int[] slots = new int[2 * MIN_CAPACITY];

    private Object[] keys = new Object[MIN_CAPACITY];
    private @Nullable Object[] values = new @Nullable Object[MIN_CAPACITY];
    private int[] hashes = new int[MIN_CAPACITY];
    private int size;

    /** The key's index, or -1 if it isn't there. */
    public int find(Object key, int hash) {
        int mask = slots.length - 1;
        for (int slot = spread(hash) & mask; slots[slot] != 0; slot = (slot + 1) & mask) {
            int index = slots[slot] - 1;
            if (hashes[index] == hash && keys[index].equals(key)) {
                return index;
            }
        }
        return -1;
    }

    /**
     * Adds a key that isn't there.
     *
     * @return its index: the size before
     */
    public int add(Object key, int hash, Object value) {
        if (size == keys.length) {
            grow();
        }
        int index = size++;
        keys[index] = key;
        hashes[index] = hash;
        values[index] = value;
        occupy(index);
        return index;
    }

    public Object key(int index) {
        return keys[index];
    }

    /**
     * The value as it was given.
     *
     * @param index below {@link #size}
     */
    @SuppressWarnings("NullAway") // values below the size are what add and set were given
    public Object value(int index) {
        return values[index];
    }

    public void set(int index, Object value) {
        values[index] = value;
    }

    public int size() {
        return size;
    }

    private void grow() {
        int capacity = Math.multiplyExact(keys.length, 2);
        keys = Arrays.copyOf(keys, capacity);
        values = Arrays.copyOf(values, capacity);
        hashes = Arrays.copyOf(hashes, capacity);
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
