package dev.millstream.engine.window.table;

import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/** A list of objects in arrays of 1,024. */
final class ObjectChunks {
    private static final int BITS = 10;
    private static final int LENGTH = 1 << BITS;

    private @Nullable Object[][] chunks = {};

    @SuppressWarnings("NullAway") // what was set is there
    Object get(int index) {
        return chunks[index >>> BITS][index & (LENGTH - 1)];
    }

    // ReferenceEquality: the same object needn't be written again, which a collector would notice
    @SuppressWarnings("ReferenceEquality")
    void set(int index, Object value) {
        if (index >>> BITS >= chunks.length) {
            chunks = Arrays.copyOf(chunks, chunks.length + 1);
            chunks[chunks.length - 1] = new @Nullable Object[LENGTH];
        }
        @Nullable Object[] chunk = chunks[index >>> BITS];
        if (chunk[index & (LENGTH - 1)] != value) {
            chunk[index & (LENGTH - 1)] = value;
        }
    }
}
