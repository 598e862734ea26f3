package dev.millstream.connector.file.src.reader;

import dev.millstream.platform.file.ReadableFile;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import org.jspecify.annotations.Nullable;

/**
 * Reads the words that begin in a part of a file. A word begins at the start of the file and after
 * each separator: so a part that doesn't begin the file first looks at the byte before it.
 */
final class TextWordReader implements StreamFormat.Reader<String> {
    private final ByteWindow window;
    private final long end;

    TextWordReader(ReadableFile file, long start, long end) throws IOException {
        this.window = new ByteWindow(file, start == 0 ? 0 : start - 1);
        this.end = end;
        if (start > 0) {
            window.moveTo(window.next() + wordLength());
        }
    }

    @Override
    public @Nullable String read() throws IOException {
        if (!skipSeparators() || position() >= end) {
            return null;
        }
        int length = wordLength();
        int from = window.next();
        window.moveTo(from + length);
        return new String(window.buffer(), from, length, StandardCharsets.UTF_8);
    }

    /** False if there is nothing else in the file. */
    private boolean skipSeparators() throws IOException {
        while (true) {
            byte[] buffer = window.buffer();
            int limit = window.limit();
            for (int at = window.next(); at < limit; at++) {
                if (!isSeparator(buffer[at])) {
                    window.moveTo(at);
                    return true;
                }
            }
            window.moveTo(limit);
            if (!window.fill()) {
                return false;
            }
        }
    }

    /** How many bytes are before the next separator, reading on as needed. */
    private int wordLength() throws IOException {
        int length = 0;
        while (true) {
            byte[] buffer = window.buffer();
            int limit = window.limit();
            for (int at = window.next() + length; at < limit; at++) {
                if (isSeparator(buffer[at])) {
                    return at - window.next();
                }
            }
            length = limit - window.next();
            if (!window.fill()) {
                return length;
            }
        }
    }

    /** What {@code \\s} stands for: none of these bytes is part of another character. */
    private static boolean isSeparator(byte letter) {
        return letter == ' ' || (letter >= '\t' && letter <= '\r');
    }

    @Override
    public long position() {
        return window.position();
    }

    @Override
    public void close() {}
}
