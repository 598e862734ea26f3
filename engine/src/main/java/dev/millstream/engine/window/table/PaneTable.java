package dev.millstream.engine.window.table;

import dev.millstream.types.flat.Flattener;
import dev.millstream.types.key.StableHash;
import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/**
 * What is kept of each key in one stretch of time, in the order in which keys came. An index with
 * open addressing and linear probing leads from a key's hash to its row of numbers: the key itself
 * if all keys are {@code Long}s, else its hash; then the accumulator's fields if it can be {@link
 * Flattener flattened}; then, if wanted, a count. What is no number is beside the rows. Rows and
 * objects are in arrays of 1,024, made as they are needed: nothing moves when the table grows, and
 * arrays of objects are as young as what they hold, which spares the collector's barriers. Dropped
 * as a whole, and used again then.
 */
public final class PaneTable {
    private static final int MIN_CAPACITY = 64;
    private static final int CHUNK_BITS = 10;
    private static final int CHUNK = 1 << CHUNK_BITS;
    private static final int IN_CHUNK = CHUNK - 1;

    /** With so many entries it is not to be found in the processor's cache. */
    private static final int LARGE = 1 << 14;

    private static final long[][] NO_CELLS = {};

    private final boolean counting;

    /** Whether keys that are longs are hashed for this table only, which costs less. */
    private final boolean ownHashes;

    /**
     * By slot: index of the entry plus 1; 0 for a free slot. A power of two, at most half full: one
     * that is twice as large costs less than comparing rows in vain.
     */
    private int[] slots;

    private int limit;
    private int mask;

    /** Numbers of the rows, {@link #stride} each. */
    private long[][] cells = NO_CELLS;

    /** How many numbers a row has. */
    private int stride;

    /** Keys; null while all are longs, and are in the rows. */
    private @Nullable ObjectChunks keys;

    /** Accumulators; null while they are flat, and in the rows. */
    private @Nullable ObjectChunks accumulators;

    private int size;

    /** Of no use but to let what was read ahead count for something. */
    @SuppressWarnings("UnusedVariable") // so that reading ahead has a result
    private long readAhead;

    private PaneTable(int expected, boolean counting, boolean ownHashes) {
        int capacity = MIN_CAPACITY;
        while (limit(capacity) < expected) {
            capacity = Math.multiplyExact(capacity, 2);
        }
        this.counting = counting;
        this.ownHashes = ownHashes;
        slots = new int[capacity];
        mask = capacity - 1;
        limit = limit(capacity);
    }

    /**
     * For records that come with hashes. All hashes that it is given are {@link StableHash}'s.
     *
     * @param expected so many keys will fit without growing
     */
    public static PaneTable ofReceived(int expected) {
        return new PaneTable(expected, false, false);
    }

    /** For records to be sent: with {@link #count}, and {@link #ownHash} for longs. */
    public static PaneTable ofSent(int expected) {
        return new PaneTable(expected, true, true);
    }

    /** For what several tables add up to, with {@link #ownHash} for longs. */
    public static PaneTable ofSums() {
        return new PaneTable(0, false, true);
    }

    /** The hash of a key that is a {@code Long}, in tables that hash such keys themselves. */
    public static int ownHash(long key) {
        return (int) ((key * 0x9E37_79B9_7F4A_7C15L) >>> 32);
    }

    private static int limit(int capacity) {
        return capacity / 2;
    }

    /**
     * Makes an empty table ready for accumulators.
     *
     * @param width how many numbers each takes; 0: they are kept as objects
     */
    void begin(int width) {
        int wanted = 1 + width + (counting ? 1 : 0);
        if (wanted != stride) {
            stride = wanted;
            cells = NO_CELLS;
        }
        accumulators = width == 0 ? new ObjectChunks() : null;
    }

    /** Forgets all. */
    public void clear() {
        if (size > 0) {
            Arrays.fill(slots, 0);
        }
        keys = null;
        accumulators = null;
        size = 0;
    }

    public int size() {
        return size;
    }

    /** The index of a key that is a {@code Long}, or -1 if it isn't there. */
    public int findLong(long key, int hash) {
        if (keys != null) {
            return find(key, StableHash.ofLong(key));
        }
        int[] all = slots;
        int slot = spread(hash) & mask;
        for (int entry = all[slot]; entry != 0; entry = all[slot]) {
            int index = entry - 1;
            if (cells[index >>> CHUNK_BITS][(index & IN_CHUNK) * stride] == key) {
                return index;
            }
            slot = (slot + 1) & mask;
        }
        return -1;
    }

    /**
     * The key's index, or -1 if it isn't there.
     *
     * @param hash the key's {@link StableHash#hash}
     */
    public int find(Object key, int hash) {
        ObjectChunks objects = keys;
        if (objects == null) {
            return key instanceof Long number ? findLong(number, hashOf(number)) : -1;
        }
        int[] all = slots;
        int slot = spread(hash) & mask;
        for (int entry = all[slot]; entry != 0; entry = all[slot]) {
            int index = entry - 1;
            if (cells[index >>> CHUNK_BITS][(index & IN_CHUNK) * stride] == hash
                    && objects.get(index).equals(key)) {
                return index;
            }
            slot = (slot + 1) & mask;
        }
        return -1;
    }

    /** Keys with these hashes are asked for next: reads what will be needed, many at a time. */
    public void expect(int[] hashes, int from, int to) {
        if (size < LARGE) {
            return;
        }
        int[] all = slots;
        for (int i = from; i < to; i++) {
            readAhead += all[spread(hashes[i]) & mask];
        }
        for (int i = from; i < to; i++) {
            int index = Math.max(all[spread(hashes[i]) & mask] - 1, 0);
            readAhead += cells[index >>> CHUNK_BITS][(index & IN_CHUNK) * stride];
        }
    }

    /** Adds a key that is a {@code Long} and isn't there; returns its index: the size before. */
    public int addLong(long key, int hash) {
        if (keys != null) {
            return add(key, StableHash.ofLong(key));
        }
        return append(key, hash);
    }

    /**
     * Adds a key that isn't there.
     *
     * @param key kept as it is
     * @param hash the key's {@link StableHash#hash}
     * @return its index: the size before
     */
    public int add(Object key, int hash) {
        if (keys == null && key instanceof Long number) {
            return append(number, hashOf(number));
        }
        ObjectChunks objects = objectKeys();
        int index = append(hash, hash);
        objects.set(index, key);
        return index;
    }

    private int append(long first, int hash) {
        if (size == limit) {
            grow();
        }
        int index = size++;
        slots[freeSlot(hash)] = index + 1;
        if (index >>> CHUNK_BITS >= cells.length) {
            addChunk();
        }
        long[] chunk = cells[index >>> CHUNK_BITS];
        int at = (index & IN_CHUNK) * stride;
        chunk[at] = first;
        if (counting) {
            chunk[at + stride - 1] = 0;
        }
        return index;
    }

    private int hashOf(long key) {
        return ownHashes ? ownHash(key) : StableHash.ofLong(key);
    }

    private int freeSlot(int hash) {
        int slot = spread(hash) & mask;
        while (slots[slot] != 0) {
            slot = (slot + 1) & mask;
        }
        return slot;
    }

    private void addChunk() {
        cells = Arrays.copyOf(cells, cells.length + 1);
        cells[cells.length - 1] = new long[CHUNK * stride];
    }

    private void grow() {
        int capacity = Math.multiplyExact(slots.length, 2);
        slots = new int[capacity];
        mask = capacity - 1;
        limit = limit(capacity);
        fillSlots();
    }

    private void fillSlots() {
        for (int index = 0; index < size; index++) {
            long first = row(index)[at(index)];
            slots[freeSlot(keys == null ? hashOf(first) : (int) first)] = index + 1;
        }
    }

    /** Makes room for keys of any class. */
    private ObjectChunks objectKeys() {
        ObjectChunks objects = keys;
        if (objects == null) {
            objects = new ObjectChunks();
            for (int index = 0; index < size; index++) {
                long key = row(index)[at(index)];
                objects.set(index, key);
                row(index)[at(index)] = StableHash.ofLong(key);
            }
            keys = objects;
            if (size > 0) {
                Arrays.fill(slots, 0);
                fillSlots();
            }
        }
        return objects;
    }

    /** Whether all keys are {@code Long}s. */
    public boolean hasLongKeys() {
        return keys == null;
    }

    /** While all keys are {@code Long}s. */
    public long longKey(int index) {
        return row(index)[at(index)];
    }

    public Object key(int index) {
        ObjectChunks objects = keys;
        return objects == null ? (Object) longKey(index) : objects.get(index);
    }

    /** The key's {@link StableHash#hash}. */
    public int hash(int index) {
        long first = row(index)[at(index)];
        return keys == null ? StableHash.ofLong(first) : (int) first;
    }

    /** The array that an entry's row is in. */
    long[] row(int index) {
        return cells[index >>> CHUNK_BITS];
    }

    /** Where it begins in {@link #row}. */
    private int at(int index) {
        return (index & IN_CHUNK) * stride;
    }

    /** Where the accumulator begins in {@link #row}, while accumulators are flat. */
    int flatAt(int index) {
        return (index & IN_CHUNK) * stride + 1;
    }

    /** The accumulators, unless they are flat. */
    @Nullable ObjectChunks objects() {
        return accumulators;
    }

    /** From now on accumulators are objects. */
    ObjectChunks unflatten(Flattener flattener) {
        ObjectChunks objects = new ObjectChunks();
        for (int index = 0; index < size; index++) {
            objects.set(index, flattener.load(row(index), flatAt(index)));
        }
        accumulators = objects;
        return objects;
    }

    /** How often {@link #count} was called for an entry. */
    public int counted(int index) {
        return (int) row(index)[at(index) + stride - 1];
    }

    public void count(int index) {
        row(index)[at(index) + stride - 1]++;
    }

    /** Keys of one key group share their hash's remainder: this makes all bits count. */
    private static int spread(int hash) {
        int mixed = hash * 0x9E3779B9;
        return mixed ^ (mixed >>> 16);
    }
}
