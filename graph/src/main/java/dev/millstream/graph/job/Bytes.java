package dev.millstream.graph.job;

import java.util.Arrays;

/** Immutable bytes that only their addressee opens. Equality by content. */
public final class Bytes {
    private final byte[] content;

    private Bytes(byte[] content) {
        this.content = content;
    }

    /** Takes the array over: the caller no longer touches it. */
    public static Bytes owning(byte[] content) {
        return new Bytes(content);
    }

    /** The content itself, not a copy: to be read only. */
    public byte[] array() {
        return content;
    }

    public int length() {
        return content.length;
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof Bytes that && Arrays.equals(content, that.content);
    }

    @Override
    public int hashCode() {
        return Arrays.hashCode(content);
    }

    @Override
    public String toString() {
        return content.length + " bytes";
    }
}
