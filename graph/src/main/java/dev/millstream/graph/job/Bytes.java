package dev.millstream.graph.job;

import java.util.Arrays;

/**
 * Immutable bytes that only their addressee opens. Equality by content.
 *
 * @param array the content itself, not a copy: to be read only, also by who has passed it in
 */
@SuppressWarnings("ArrayRecordComponent") // not copied, as blobs are large; equality is by content
public record Bytes(byte[] array) {
    /** Takes the array over: the caller no longer touches it. */
    public static Bytes owning(byte[] content) {
        return new Bytes(content);
    }

    public int length() {
        return array.length;
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof Bytes that && Arrays.equals(array, that.array);
    }

    @Override
    public int hashCode() {
        return Arrays.hashCode(array);
    }

    @Override
    public String toString() {
        return array.length + " bytes";
    }
}
