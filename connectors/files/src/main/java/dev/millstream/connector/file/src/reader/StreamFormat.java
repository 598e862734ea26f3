package dev.millstream.connector.file.src.reader;

import dev.millstream.platform.file.ReadableFile;
import java.io.IOException;
import java.io.Serializable;
import org.jspecify.annotations.Nullable;

/**
 * Reads records out of a file, one after the other.
 *
 * @param <T> records
 */
public interface StreamFormat<T> extends Serializable {
    /** Whether a part of a file can be read without what comes before it. */
    boolean isSplittable();

    /**
     * Reads the records that begin in a part of a file.
     *
     * @param start first byte of the part; 0 if the format isn't splittable. A record that begins
     *     exactly here belongs to the part
     * @param end first byte after the part
     */
    Reader<T> createReader(ReadableFile file, long start, long end) throws IOException;

    /** Reads one part. For one thread. */
    interface Reader<T> extends AutoCloseable {
        /** The next record; null after the last one. */
        @Nullable T read() throws IOException;

        /** Where the next record begins: reading may go on from here later. */
        long position();

        @Override
        void close() throws IOException;
    }
}
