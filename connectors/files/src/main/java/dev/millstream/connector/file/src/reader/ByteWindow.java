package dev.millstream.connector.file.src.reader;

import dev.millstream.platform.file.ReadableFile;
import java.io.IOException;
import java.util.Arrays;

/** Bytes of a file that are in memory, and where reading goes on. For one thread. */
final class ByteWindow {
    private static final int BUFFER_BYTES = 64 << 10;

    private final ReadableFile file;
    private byte[] buffer = new byte[BUFFER_BYTES];

    /** Position in the file of the buffer's first byte. */
    private long base;

    /** The next byte to look at, and the end of what was read, in the buffer. */
    private int next;

    private int limit;

    /**
     * @param start position in the file of the first byte to read
     */
    ByteWindow(ReadableFile file, long start) {
        this.file = file;
        this.base = start;
    }

    /** What was read; another array after each {@link #fill}. */
    byte[] buffer() {
        return buffer;
    }

    int next() {
        return next;
    }

    int limit() {
        return limit;
    }

    /** Goes on at an index in the buffer. */
    void moveTo(int index) {
        next = index;
    }

    /** Where in the file reading goes on. */
    long position() {
        return base + next;
    }

    /**
     * Reads more behind what is in the buffer; makes room first, by which indices change.
     *
     * @return false at the end of the file
     */
    boolean fill() throws IOException {
        if (next > 0) {
            System.arraycopy(buffer, next, buffer, 0, limit - next);
            base += next;
            limit -= next;
            next = 0;
        }
        if (limit == buffer.length) {
            buffer = Arrays.copyOf(buffer, Math.multiplyExact(2, buffer.length));
        }
        int read = file.read(base + limit, buffer, limit, buffer.length - limit);
        if (read <= 0) {
            return false;
        }
        limit += read;
        return true;
    }
}
