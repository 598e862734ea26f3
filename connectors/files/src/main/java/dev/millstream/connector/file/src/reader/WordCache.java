package dev.millstream.connector.file.src.reader;

import java.nio.charset.StandardCharsets;
import org.jspecify.annotations.Nullable;

/**
 * Makes Strings of bytes in UTF-8, and finds those of short words again that came lately: one place
 * for each hash, the last one stays. For one thread.
 */
final class WordCache {
    private static final int PLACES = 1 << 14;
    private static final int PLACE_SHIFT = Long.SIZE - 14;
    private static final long FACTOR = 0x9E3779B97F4A7C15L;

    /** With a bit that tells how many they are. */
    private static final int BYTES_IN_LONG = Long.BYTES - 1;

    /** The first seven bytes of each word, and the others, in the order of places. */
    private final long[] content = new long[2 * PLACES];

    private final @Nullable String[] words = new @Nullable String[PLACES];

    String word(byte[] bytes, int from, int length) {
        if (length > 2 * BYTES_IN_LONG) {
            return new String(bytes, from, length, StandardCharsets.UTF_8);
        }
        int split = Math.min(length, BYTES_IN_LONG);
        long first = pack(bytes, from, from + split);
        long second = pack(bytes, from + split, from + length);
        int place = (int) (((first * 31 + second) * FACTOR) >>> PLACE_SHIFT);
        String known = words[place];
        if (known != null && content[2 * place] == first && content[2 * place + 1] == second) {
            return known;
        }
        String made = new String(bytes, from, length, StandardCharsets.UTF_8);
        content[2 * place] = first;
        content[2 * place + 1] = second;
        words[place] = made;
        return made;
    }

    /** Seven bytes at most, with a one above them that tells their number. */
    private static long pack(byte[] bytes, int from, int to) {
        long packed = 1;
        for (int at = from; at < to; at++) {
            packed = packed << Byte.SIZE | (bytes[at] & 0xFF);
        }
        return packed;
    }
}
