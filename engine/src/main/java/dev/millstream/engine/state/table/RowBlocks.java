package dev.millstream.engine.state.table;

import java.util.Arrays;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;

/**
 * Rows in blocks of 512. A row stays where it is until it is removed. Belongs to one thread, which
 * alone changes it; a snapshot may be read by another meanwhile.
 *
 * <p>A block is one array of words: a header, then the rows. The header has the version in which
 * the block was last changed and three bits for each row: whether it is there, whether it was
 * changed in that version, and whether its mutable objects are shared with a snapshot. The first
 * change of a block after a snapshot was taken hands a copy of it to the snapshot. So a snapshot
 * costs nothing when it is taken, and each block is copied once at most, when it is changed.
 */
public abstract class RowBlocks {
    static final int BITS = 9;
    static final int ROWS = 1 << BITS;
    static final int MASK = ROWS - 1;
    static final int LIVE = 1;
    static final int DIRTY = LIVE + ROWS / Long.SIZE;
    static final int SHARED = DIRTY + ROWS / Long.SIZE;
    static final int HEADER = SHARED + ROWS / Long.SIZE + 1;
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
        long[] block = new long[HEADER + rows * stride];
        block[0] = version;
        return block;
    }

    private @Nullable Object[] newRefs(int rows) {
        return refStride == 0 ? NO_REFERENCES : new @Nullable Object[rows * refStride];
    }

    /** A field's word. */
    public final long word(int row, int field) {
        return words[row >>> BITS][HEADER + (row & MASK) * stride + field];
    }

    /** Sets a field's word. */
    public final void setWord(int row, int field, long value) {
        writable(row)[HEADER + (row & MASK) * stride + field] = value;
    }

    /** A field's object, which never changes. */
    public final @Nullable Object reference(int row, int field) {
        return refs[row >>> BITS][(row & MASK) * refStride + field];
    }

    /** A field's object, which the caller may change. */
    public final @Nullable Object mutable(int row, int field) {
        long[] block = writable(row);
        if ((block[SHARED + ((row & MASK) >>> 6)] & (1L << row)) != 0) {
            unshare(block, row);
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
        long[] found = words[block];
        if (found[0] != version) {
            beginVersion(block, found);
        }
        found[DIRTY + ((row & MASK) >>> 6)] |= 1L << row;
        return found;
    }

    private void beginVersion(int block, long[] found) {
        snapshots = snapshots.withoutFinished();
        boolean handed = snapshots.preserve(group, block, found, refs[block]);
        for (int i = 0; i < ROWS / Long.SIZE; i++) {
            if (handed && copying) {
                found[SHARED + i] = found[LIVE + i];
            } else if (snapshots.isEmpty()) {
                found[SHARED + i] = 0;
            }
            found[DIRTY + i] = 0;
        }
        found[0] = version;
    }

    private void unshare(long[] block, int row) {
        block[SHARED + ((row & MASK) >>> 6)] &= ~(1L << row);
        @Nullable Object[] objects = refs[row >>> BITS];
        int first = (row & MASK) * refStride;
        for (int field = 0; field < refStride; field++) {
            UnaryOperator<Object> copier = copiers[field];
            Object shared = objects[first + field];
            if (copier != null && shared != null) {
                objects[first + field] = copier.apply(shared);
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
        block[LIVE + ((row & MASK) >>> 6)] |= 1L << row;
        block[SHARED + ((row & MASK) >>> 6)] &= ~(1L << row);
        int first = HEADER + (row & MASK) * stride;
        Arrays.fill(block, first, first + stride, 0);
        if (refStride > 0) {
            int firstRef = (row & MASK) * refStride;
            Arrays.fill(refs[row >>> BITS], firstRef, firstRef + refStride, null);
        }
        return row;
    }

    private void grow() {
        if (capacity < ROWS) {
            long[] old = words[0];
            if (old[0] != version) {
                beginVersion(0, old);
            }
            int next = 2 * capacity;
            // In new outer arrays, as a snapshot may still look at the old ones.
            words = new long[][] {Arrays.copyOf(old, HEADER + next * stride)};
            refs =
                    new @Nullable Object[][] {
                        refStride == 0 ? NO_REFERENCES : Arrays.copyOf(refs[0], next * refStride)
                    };
            capacity = next;
            return;
        }
        int block = capacity >>> BITS;
        if (block == words.length) {
            words = Arrays.copyOf(words, block + Math.max(1, block / 2));
            refs = Arrays.copyOf(refs, words.length);
        }
        words[block] = newWords(ROWS);
        refs[block] = newRefs(ROWS);
        capacity += ROWS;
    }

    /** The row is not there any more; it may be given out again. */
    final void release(int row) {
        long[] block = writable(row);
        block[LIVE + ((row & MASK) >>> 6)] &= ~(1L << row);
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
        return row < used && (words[row >>> BITS][LIVE + ((row & MASK) >>> 6)] & (1L << row)) != 0;
    }

    /** Rows that are or once were there have lower numbers. */
    public final int rowLimit() {
        return used;
    }

    /** The next row that is there, from one on; -1 when there is none. */
    public final int nextRow(int from) {
        for (int row = from; row < used; ) {
            long left = words[row >>> BITS][LIVE + ((row & MASK) >>> 6)] >>> row;
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
