package dev.millstream.connector.file.src.reader;

import dev.millstream.platform.file.ReadableFile;
import java.io.IOException;
import java.nio.charset.Charset;
import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/**
 * Reads the lines that begin in a part of a file. A line begins at the start of the file and after
 * each line feed: so a part that doesn't begin the file first looks at the byte before it.
 */
final class TextLineReader implements StreamFormat.Reader<String> {
    private static final int BUFFER_BYTES = 64 << 10;

    private final ReadableFile file;
    private final long end;
    private final Charset charset;
    private byte[] buffer = new byte[BUFFER_BYTES];

    /** Position in the file of the buffer's first byte. */
    private long base;

    /** The next byte to look at, and the end of what was read, in the buffer. */
    private int next;

    private int limit;

    TextLineReader(ReadableFile file, long start, long end, Charset charset) throws IOException {
        this.file = file;
        this.end = end;
        this.charset = charset;
        this.base = start == 0 ? 0 : start - 1;
        if (start > 0) {
            skipLine();
        }
    }

    @Override
    public @Nullable String read() throws IOException {
        if (position() >= end) {
            return null;
        }
        int feed = findFeed();
        if (feed < 0 && next == limit) {
            return null;
        }
        int lineEnd = feed < 0 ? limit : feed;
        int contentEnd = lineEnd > next && buffer[lineEnd - 1] == '\r' ? lineEnd - 1 : lineEnd;
        String line = new String(buffer, next, contentEnd - next, charset);
        next = feed < 0 ? limit : feed + 1;
        return line;
    }

    private void skipLine() throws IOException {
        int feed = findFeed();
        next = feed < 0 ? limit : feed + 1;
    }

    /**
     * Index in the buffer of the next line feed, reading on as needed; -1 if the file ends before
     * one.
     */
    private int findFeed() throws IOException {
        int from = next;
        while (true) {
            int feed = LineFeeds.find(buffer, from, limit);
            if (feed >= 0) {
                return feed;
            }
            int looked = limit - next;
            if (!fill()) {
                return -1;
            }
            from = next + looked;
        }
    }

    /** Reads more behind what is in the buffer; makes room first. */
    private boolean fill() throws IOException {
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

    @Override
    public long position() {
        return base + next;
    }

    @Override
    public void close() {}
}
