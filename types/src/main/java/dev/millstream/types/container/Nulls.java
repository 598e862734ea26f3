package dev.millstream.types.container;

import dev.millstream.types.Input;
import dev.millstream.types.Output;
import dev.millstream.types.Serializer;
import org.jspecify.annotations.Nullable;

/**
 * The elements of containers: their number and whether any is null, in one number; then the
 * elements, each behind a byte that says whether it is there if any is null.
 */
final class Nulls {
    private Nulls() {}

    static boolean areIn(@Nullable Object[] elements) {
        for (Object element : elements) {
            if (element == null) {
                return true;
            }
        }
        return false;
    }

    static void writeHeader(int size, boolean hasNulls, Output out) {
        out.writeVarLong((long) size << 1 | (hasNulls ? 1 : 0));
    }

    /** A header whose size is within what is left; a lowest bit of 1 means that there are nulls. */
    static long readHeader(Input in) {
        long header = in.readVarLong();
        if (header >>> 1 > in.remaining()) {
            throw in.corrupt(
                    (header >>> 1) + " elements announced, with " + in.remaining() + " bytes left");
        }
        return header;
    }

    static void write(
            @Nullable Object element, boolean hasNulls, Serializer<Object> serializer, Output out) {
        if (hasNulls) {
            out.writeBoolean(element != null);
        }
        if (element != null) {
            serializer.write(element, out);
        }
    }

    static @Nullable Object read(boolean hasNulls, Serializer<Object> serializer, Input in) {
        return hasNulls && !in.readBoolean() ? null : serializer.read(in);
    }

    static @Nullable Object copy(@Nullable Object element, Serializer<Object> serializer) {
        return element == null ? null : serializer.copy(element);
    }
}
