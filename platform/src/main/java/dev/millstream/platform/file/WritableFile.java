package dev.millstream.platform.file;

import java.io.IOException;

/** A new file being written front to back. For one thread at a time. */
public interface WritableFile extends AutoCloseable {
    void write(byte[] source, int offset, int length) throws IOException;

    /** How many bytes were written so far. */
    long position();

    /** Returns when all that was written survives a crash of the machine. */
    void sync() throws IOException;

    @Override
    void close() throws IOException;
}
