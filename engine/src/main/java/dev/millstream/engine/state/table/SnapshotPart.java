package dev.millstream.engine.state.table;

import org.jspecify.annotations.Nullable;

/** One key group's rows, as a snapshot sees them. */
final class SnapshotPart {
    final int group;

    /** The last one that belongs to the snapshot. */
    final long version;

    /** By block; those that were changed since may only be read from their copies. */
    private final long[][] words;

    /** By block, as the words. */
    private final @Nullable Object[][] references;

    private final long[] versions;
    private final long[] live;
    private final long[] dirty;

    /** How many belong to the snapshot. */
    final int blocks;

    final int stride;
    final int refStride;

    /** Whether rows that were removed since the snapshot before have their keys. */
    final boolean removalsKnown;

    SnapshotPart(RowBlocks rows, long version, int blocks, boolean removalsKnown) {
        this.group = rows.group;
        this.version = version;
        this.words = rows.words;
        this.references = rows.refs;
        this.versions = rows.versions;
        this.live = rows.live;
        this.dirty = rows.dirty;
        this.blocks = blocks;
        this.stride = rows.stride;
        this.refStride = rows.refStride;
        this.removalsKnown = removalsKnown;
    }

    /** A block as it is now, or as it is being changed: the reader finds out which. */
    BlockCopy copy(int block) {
        return BlockCopy.of(block, versions, live, dirty, words[block], references[block]);
    }
}
