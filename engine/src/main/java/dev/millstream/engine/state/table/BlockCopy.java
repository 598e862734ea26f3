package dev.millstream.engine.state.table;

import org.jspecify.annotations.Nullable;

/** A block as it was when a snapshot was taken. Not changed any more. */
final class BlockCopy {
    final long[] words;
    final @Nullable Object[] references;

    BlockCopy(long[] words, @Nullable Object[] references) {
        this.words = words;
        this.references = references;
    }
}
