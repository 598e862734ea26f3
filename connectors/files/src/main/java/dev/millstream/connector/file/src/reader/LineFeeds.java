package dev.millstream.connector.file.src.reader;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;

/**
 * Finds line feeds, eight bytes at a time: a word has a zero byte if subtracting one from each byte
 * borrows where the byte's highest bit was clear (Mycroft 1987).
 */
final class LineFeeds {
    private static final long ONES = 0x0101010101010101L;
    private static final long HIGHEST_BITS = 0x8080808080808080L;
    private static final long FEEDS = ONES * '\n';

    private LineFeeds() {}

    /** The index of the first line feed of those from {@code from} up to {@code to}; -1 if none. */
    static int find(byte[] bytes, int from, int to) {
        ByteBuffer words = ByteBuffer.wrap(bytes).order(ByteOrder.LITTLE_ENDIAN);
        int index = from;
        for (; index <= to - Long.BYTES; index += Long.BYTES) {
            long zeroWhereFeed = words.getLong(index) ^ FEEDS;
            long found = (zeroWhereFeed - ONES) & ~zeroWhereFeed & HIGHEST_BITS;
            if (found != 0) {
                return index + (Long.numberOfTrailingZeros(found) >>> 3);
            }
        }
        for (; index < to; index++) {
            if (bytes[index] == '\n') {
                return index;
            }
        }
        return -1;
    }
}
