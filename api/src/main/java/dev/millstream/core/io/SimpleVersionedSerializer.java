package dev.millstream.core.io;

import java.io.IOException;

/** Writes values as bytes, with a version that reading is told. */
public interface SimpleVersionedSerializer<E> {
    /** What {@link #serialize} writes. */
    int getVersion();

    /** The value in the current version. */
    byte[] serialize(E obj) throws IOException;

    /**
     * Reads what {@link #serialize} has written.
     *
     * @param version in which it was written, which may be an older one
     * @throws IOException if the bytes aren't such a value
     */
    E deserialize(int version, byte[] serialized) throws IOException;
}
