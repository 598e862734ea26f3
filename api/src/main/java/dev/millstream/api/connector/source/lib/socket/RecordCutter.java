package dev.millstream.api.connector.source.lib.socket;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/**
 * Cuts bytes into records. Works on bytes, as those of one character may come in two pieces; in
 * UTF-8 a delimiter's bytes are found nowhere but in a delimiter.
 */
final class RecordCutter {
    /** Far above any line of text: a server that never sends a delimiter must not fill the heap. */
    static final int MAX_RECORD_BYTES = 16 << 20;

    private final byte[] delimiter;
    private byte[] buffer = new byte[8 << 10];

    /** What isn't cut yet, in the buffer. */
    private int start;

    private int end;

    /** No delimiter begins between the start and here. */
    private int searched;

    RecordCutter(String delimiter) {
        this.delimiter = delimiter.getBytes(StandardCharsets.UTF_8);
    }

    /**
     * More bytes have come.
     *
     * @throws IOException if a record would become too long
     */
    void add(byte[] bytes) throws IOException {
        if (start > 0) {
            System.arraycopy(buffer, start, buffer, 0, end - start);
            end -= start;
            searched -= start;
            start = 0;
        }
        if (end + bytes.length > buffer.length) {
            if (end > MAX_RECORD_BYTES) {
                throw new IOException(
                        "There is no delimiter in "
                                + end
                                + " bytes, but a record may have "
                                + MAX_RECORD_BYTES
                                + " at most; check the delimiter");
            }
            buffer = Arrays.copyOf(buffer, Math.max(2 * buffer.length, end + bytes.length));
        }
        System.arraycopy(bytes, 0, buffer, end, bytes.length);
        end += bytes.length;
    }

    /** The next record; null if there is no whole one. */
    @Nullable String next() {
        int last = end - delimiter.length;
        for (; searched <= last; searched++) {
            if (isDelimiter(searched)) {
                String record = text(start, searched);
                start = searched + delimiter.length;
                searched = start;
                return record;
            }
        }
        return null;
    }

    private boolean isDelimiter(int at) {
        return Arrays.equals(buffer, at, at + delimiter.length, delimiter, 0, delimiter.length);
    }

    private String text(int from, int to) {
        boolean line = delimiter.length == 1 && delimiter[0] == '\n';
        int textEnd = line && to > from && buffer[to - 1] == '\r' ? to - 1 : to;
        return new String(buffer, from, textEnd - from, StandardCharsets.UTF_8);
    }

    /** What has come behind the last delimiter; null if that is nothing. Empty afterwards. */
    @Nullable String rest() {
        String rest = start == end ? null : text(start, end);
        clear();
        return rest;
    }

    /** Forgets what isn't cut yet. */
    void clear() {
        start = 0;
        end = 0;
        searched = 0;
    }
}
