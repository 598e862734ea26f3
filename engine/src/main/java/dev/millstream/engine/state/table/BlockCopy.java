package dev.millstream.engine.state.table;

import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/**
 * A block as it was when a snapshot was taken. Not changed any more.
 *
 * @param version in which it was changed last
 * @param live a bit for each row: whether it is there
 * @param dirty a bit for each row: whether it was changed in that version
 */
// An array is no value, but nobody compares copies.
@SuppressWarnings("ArrayRecordComponent")
record BlockCopy(
        long version, long[] live, long[] dirty, long[] words, @Nullable Object[] references) {
    /** Of a table's block as it is now; by the table's thread. */
    static BlockCopy of(RowBlocks rows, int block) {
        return of(block, rows.versions, rows.live, rows.dirty, rows.words[block], rows.refs[block]);
    }

    static BlockCopy of(
            int block,
            long[] versions,
            long[] live,
            long[] dirty,
            long[] words,
            @Nullable Object[] references) {
        int from = block * RowBlocks.MARK_WORDS;
        int to = from + RowBlocks.MARK_WORDS;
        return new BlockCopy(
                versions[block],
                Arrays.copyOfRange(live, from, to),
                Arrays.copyOfRange(dirty, from, to),
                words.clone(),
                references.clone());
    }
}
