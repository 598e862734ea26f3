package dev.millstream.engine.state.table;

import org.jspecify.annotations.Nullable;

/** One row of a snapshot. */
public final class SnapshotRow {
    private final SnapshotPart part;
    private final BlockCopy block;
    private int row;
    private boolean removed;

    SnapshotRow(SnapshotPart part, BlockCopy block) {
        this.part = part;
        this.block = block;
    }

    void moveTo(int to, boolean isRemoved) {
        row = to;
        removed = isRemoved;
    }

    /** The key group. */
    public int group() {
        return part.group;
    }

    /** Whether the row was there at the snapshot before, and isn't any more: has but its key. */
    public boolean isRemoved() {
        return removed;
    }

    /** As {@link RowBlocks#word}; field 0 is an unboxed key, or an object key's hash. */
    public long word(int field) {
        return block.words()[row * part.stride + field];
    }

    /** As {@link RowBlocks#reference}; field 0 is an object key. Not to be changed. */
    public @Nullable Object reference(int field) {
        return block.references()[row * part.refStride + field];
    }
}
