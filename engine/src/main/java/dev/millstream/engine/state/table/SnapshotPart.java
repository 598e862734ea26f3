package dev.millstream.engine.state.table;

import org.jspecify.annotations.Nullable;

/** One key group's rows, as a snapshot sees them. */
final class SnapshotPart {
    final int group;

    /** The last one that belongs to the snapshot. */
    final long version;

    /** By block; those that were changed since may only be read from their copies. */
    final long[][] words;

    /** By block, as the words. */
    final @Nullable Object[][] references;

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
        this.blocks = blocks;
        this.stride = rows.stride;
        this.refStride = rows.refStride;
        this.removalsKnown = removalsKnown;
    }
}
