package dev.millstream.platform.file;

import java.io.IOException;

/** A file opened for reading at any position. For one thread at a time. */
public interface ReadableFile extends AutoCloseable {
    long sizeBytes() throws IOException;

    /**
     * Reads up to {@code length} bytes.
     *
     * @return how many were read, at least 1 unless {@code length} is 0; -1 at the end of the file
     */
    int read(long position, byte[] target, int offset, int length) throws IOException;

    @Override
    void close() throws IOException;
}
