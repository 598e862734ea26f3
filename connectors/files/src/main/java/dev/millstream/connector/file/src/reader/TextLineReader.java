package dev.millstream.connector.file.src.reader;

import dev.millstream.platform.file.ReadableFile;
import java.io.IOException;
import java.nio.charset.Charset;
import org.jspecify.annotations.Nullable;

/**
 * Reads the lines that begin in a part of a file. A line begins at the start of the file and after
 * each line feed: so a part that doesn't begin the file first looks at the byte before it.
 */
final class TextLineReader implements StreamFormat.Reader<String> {
    private final ByteWindow window;
    private final long end;
    private final Charset charset;

    TextLineReader(ReadableFile file, long start, long end, Charset charset) throws IOException {
        this.window = new ByteWindow(file, start == 0 ? 0 : start - 1);
        this.end = end;
        this.charset = charset;
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
        int next = window.next();
        int limit = window.limit();
        if (feed < 0 && next == limit) {
            return null;
        }
        byte[] buffer = window.buffer();
        int lineEnd = feed < 0 ? limit : feed;
        int contentEnd = lineEnd > next && buffer[lineEnd - 1] == '\r' ? lineEnd - 1 : lineEnd;
        window.moveTo(feed < 0 ? limit : feed + 1);
        return new String(buffer, next, contentEnd - next, charset);
    }

    private void skipLine() throws IOException {
        int feed = findFeed();
        window.moveTo(feed < 0 ? window.limit() : feed + 1);
    }

    /**
     * Index in the buffer of the next line feed, reading on as needed; -1 if the file ends before
     * one.
     */
    private int findFeed() throws IOException {
        int from = window.next();
        while (true) {
            int feed = LineFeeds.find(window.buffer(), from, window.limit());
            if (feed >= 0) {
                return feed;
            }
            int looked = window.limit() - window.next();
            if (!window.fill()) {
                return -1;
            }
            from = window.next() + looked;
        }
    }

    @Override
    public long position() {
        return window.position();
    }

    @Override
    public void close() {}
}
