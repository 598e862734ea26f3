package dev.millstream.engine.state.table;

import java.util.Arrays;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;

/**
 * Rows in blocks of 512. A row stays where it is until it is removed. Belongs to one thread, which
 * alone changes it; a snapshot may be read by another meanwhile.
 *
 * <p>Beside the blocks stand marks: for each block the version in which it was last changed, and
 * three bits for each row: whether it is there, whether it was changed in that version, and whether
 * its mutable objects are shared with a snapshot. They are apart from the rows so that those of
 * many rows fit into the processor's caches. The first change of a block after a snapshot was taken
 * hands a copy of it to the snapshot. So a snapshot costs nothing when it is taken, and each block
 * is copied once at most, when it is changed.
 */
public abstract class RowBlocks {
    static final int BITS = 9;
    static final int ROWS = 1 << BITS;
    static final int MASK = ROWS - 1;

    /** Words of bits, one for each row of a block. */
    static final int MARK_WORDS = ROWS / Long.SIZE;

    private static final int FIRST_ROWS = 16;
    private static final Object[] NO_REFERENCES = {};

    /** Words and references of a row. */
    final int stride;

    final int refStride;
    private final @Nullable UnaryOperator<Object>[] copiers;
    private final boolean copying;
    final int group;

    /** By block; the first one grows until it is as large as all the others. */
    long[][] words;

    @Nullable Object[][] refs;

    /** By block. */
    long[] versions = {1};

    /** A bit for each row: whether it is there. */
    long[] live = new long[MARK_WORDS];

    /** A bit for each row: whether it was changed in its block's version. */
    long[] dirty = new long[MARK_WORDS];

    /** A bit for each row: whether its mutable objects are shared with a snapshot. */
    private long[] shared = new long[MARK_WORDS];

    /** Rows that are or once were used: those from here on are new. */
    private int used;

    private int capacity = FIRST_ROWS;
    private final FreeRows free = new FreeRows();

    /** What is changed now is changed in this version; goes up by one with each snapshot. */
    private long version = 1;

    private ActiveSnapshots snapshots = ActiveSnapshots.NONE;

    /**
     * @param group the key group, which snapshots say
     */
    RowBlocks(RowLayout layout, int group) {
        this.copiers = layout.freeze();
        this.stride = layout.words();
        this.refStride = copiers.length;
        this.group = group;
        boolean anyMutable = false;
        for (UnaryOperator<Object> copier : copiers) {
            anyMutable |= copier != null;
        }
        this.copying = anyMutable;
        this.words = new long[][] {newWords(FIRST_ROWS)};
        this.refs = new @Nullable Object[][] {newRefs(FIRST_ROWS)};
    }

    private long[] newWords(int rows) {
        return new long[rows * stride];
    }

    private @Nullable Object[] newRefs(int rows) {
        return refStride == 0 ? NO_REFERENCES : new @Nullable Object[rows * refStride];
    }

    /** Reads the beginning of a row. */
    final long touch(int row) {
        long read = words[row >>> BITS][(row & MASK) * stride];
        return refStride == 0 || refs[row >>> BITS][(row & MASK) * refStride] == null
                ? read
                : read + 1;
    }

    /** A field's word. */
    public final long word(int row, int field) {
        return words[row >>> BITS][(row & MASK) * stride + field];
    }

    /** Sets a field's word. */
    public final void setWord(int row, int field, long value) {
        writable(row)[(row & MASK) * stride + field] = value;
    }

    /** A field's object, which never changes. */
    public final @Nullable Object reference(int row, int field) {
        return refs[row >>> BITS][(row & MASK) * refStride + field];
    }

    /** A field's object, which the caller may change. */
    public final @Nullable Object mutable(int row, int field) {
        writable(row);
        if ((shared[row >>> 6] & (1L << row)) != 0) {
            unshare(row);
        }
        return reference(row, field);
    }

    /** Sets a field's object. */
    public final void setReference(int row, int field, @Nullable Object value) {
        writable(row);
        refs[row >>> BITS][(row & MASK) * refStride + field] = value;
    }

    /** The row's block, which may be changed in this row now. */
    private long[] writable(int row) {
        int block = row >>> BITS;
        if (versions[block] != version) {
            beginVersion(block);
        }
        dirty[row >>> 6] |= 1L << row;
        return words[block];
    }

    private void beginVersion(int block) {
        snapshots = snapshots.withoutFinished();
        boolean handed = snapshots.preserve(this, block);
        int from = block * MARK_WORDS;
        if (handed && copying) {
            System.arraycopy(live, from, shared, from, MARK_WORDS);
        } else if (snapshots.isEmpty()) {
            Arrays.fill(shared, from, from + MARK_WORDS, 0);
        }
        Arrays.fill(dirty, from, from + MARK_WORDS, 0);
        versions[block] = version;
    }

    private void unshare(int row) {
        shared[row >>> 6] &= ~(1L << row);
        @Nullable Object[] objects = refs[row >>> BITS];
        int first = (row & MASK) * refStride;
        for (int field = 0; field < refStride; field++) {
            UnaryOperator<Object> copier = copiers[field];
            Object old = objects[first + field];
            if (copier != null && old != null) {
                objects[first + field] = copier.apply(old);
            }
        }
    }

    /** A row that is there from now on, its fields 0 and null. */
    final int allocate() {
        int row = free.take();
        if (row < 0) {
            if (used == capacity) {
                grow();
            }
            row = used++;
        }
        long[] block = writable(row);
        live[row >>> 6] |= 1L << row;
        shared[row >>> 6] &= ~(1L << row);
        int first = (row & MASK) * stride;
        Arrays.fill(block, first, first + stride, 0);
        if (refStride > 0) {
            int firstRef = (row & MASK) * refStride;
            Arrays.fill(refs[row >>> BITS], firstRef, firstRef + refStride, null);
        }
        return row;
    }

    // Arrays that a snapshot may still look at are replaced, and not changed from then on.
    private void grow() {
        if (capacity < ROWS) {
            if (versions[0] != version) {
                beginVersion(0);
            }
            int next = 2 * capacity;
            words = new long[][] {Arrays.copyOf(words[0], next * stride)};
            refs =
                    new @Nullable Object[][] {
                        refStride == 0 ? NO_REFERENCES : Arrays.copyOf(refs[0], next * refStride)
                    };
            capacity = next;
            return;
        }
        int block = capacity >>> BITS;
        if (block == words.length) {
            addBlocks(block + Math.max(1, block / 2));
        }
        words[block] = newWords(ROWS);
        refs[block] = newRefs(ROWS);
        versions[block] = version;
        capacity += ROWS;
    }

    private void addBlocks(int blocks) {
        words = Arrays.copyOf(words, blocks);
        refs = Arrays.copyOf(refs, blocks);
        versions = Arrays.copyOf(versions, blocks);
        live = Arrays.copyOf(live, blocks * MARK_WORDS);
        dirty = Arrays.copyOf(dirty, blocks * MARK_WORDS);
        shared = Arrays.copyOf(shared, blocks * MARK_WORDS);
    }

    /** The row is not there any more; it may be given out again. */
    final void release(int row) {
        writable(row);
        live[row >>> 6] &= ~(1L << row);
        if (refStride > 0) {
            // The key stays until the next snapshot has told that the row is gone.
            int firstRef = (row & MASK) * refStride;
            int kept = free.isHolding() ? 1 : 0;
            Arrays.fill(refs[row >>> BITS], firstRef + kept, firstRef + refStride, null);
        }
        free.add(row);
    }

    /** Whether the row is there. */
    public final boolean isPresent(int row) {
        return row < used && (live[row >>> 6] & (1L << row)) != 0;
    }

    /** Rows that are or once were there have lower numbers. */
    public final int rowLimit() {
        return used;
    }

    /** The next row that is there, from one on; -1 when there is none. */
    public final int nextRow(int from) {
        for (int row = from; row < used; ) {
            long left = live[row >>> 6] >>> row;
            if (left != 0) {
                int found = row + Long.numberOfTrailingZeros(left);
                return found < used ? found : -1;
            }
            row = (row | (Long.SIZE - 1)) + 1;
        }
        return -1;
    }

    /** Adds these rows as they are now to a snapshot. */
    final void addTo(TableSnapshot snapshot, boolean trackRemovals) {
        snapshots = snapshots.withoutFinished().with(snapshot, version);
        int blocks = (used + MASK) >>> BITS;
        boolean removalsKnown = free.isHolding();
        snapshot.add(new SnapshotPart(this, version, blocks, removalsKnown));
        version++;
        free.snapshotTaken(trackRemovals);
    }
}
