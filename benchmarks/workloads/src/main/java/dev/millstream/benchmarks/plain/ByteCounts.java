package dev.millstream.benchmarks.plain;

import java.io.BufferedWriter;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** W1 by bytes: no String until the counts are written. Used by one thread. */
final class ByteCounts {
    private static final int ROWS = 1 << 18;
    private static final int BUFFER = 1 << 16;
    private static final int FACTOR = 31;

    private final byte[] @Nullable [] words = new byte[ROWS][];
    private final long[] counts = new long[ROWS];

    void read(List<Path> files, int share, int shares) throws IOException {
        byte[] buffer = new byte[BUFFER];
        for (Path file : files) {
            try (InputStream in = FileShare.of(file, share, shares).open()) {
                int kept = 0;
                for (int read = in.read(buffer); read >= 0; ) {
                    int begun = scan(buffer, kept + read);
                    kept = kept + read - begun;
                    System.arraycopy(buffer, begun, buffer, 0, kept);
                    read = in.read(buffer, kept, BUFFER - kept);
                }
                if (kept > 0) {
                    add(buffer, 0, kept, 1);
                }
            }
        }
    }

    /** Counts the words that end in the buffer; returns where one begins that doesn't. */
    private int scan(byte[] buffer, int length) {
        int start = 0;
        int hash = 0;
        for (int at = 0; at < length; at++) {
            byte letter = buffer[at];
            if (letter > ' ') {
                hash = hash * FACTOR + letter;
                continue;
            }
            if (at > start) {
                add(buffer, start, at, hash, 1);
            }
            start = at + 1;
            hash = 0;
        }
        return start;
    }

    private void add(byte[] buffer, int start, int end, long count) {
        int hash = 0;
        for (int at = start; at < end; at++) {
            hash = hash * FACTOR + buffer[at];
        }
        add(buffer, start, end, hash, count);
    }

    private void add(byte[] buffer, int start, int end, int hash, long count) {
        int row = ((hash ^ (hash >>> 15)) * 0x2C1B3C6D) >>> 14;
        while (true) {
            byte[] word = words[row];
            if (word == null) {
                words[row] = Arrays.copyOfRange(buffer, start, end);
                counts[row] = count;
                return;
            }
            if (Arrays.equals(word, 0, word.length, buffer, start, end)) {
                counts[row] += count;
                return;
            }
            row = (row + 1) & (ROWS - 1);
        }
    }

    void add(ByteCounts other) {
        for (int row = 0; row < ROWS; row++) {
            byte[] word = other.words[row];
            if (word != null) {
                add(word, 0, word.length, other.counts[row]);
            }
        }
    }

    void write(Path folder) throws IOException {
        try (BufferedWriter out = Files.newBufferedWriter(folder.resolve("counts"))) {
            for (int row = 0; row < ROWS; row++) {
                byte[] word = words[row];
                if (word != null) {
                    out.write(new String(word, StandardCharsets.US_ASCII));
                    out.write("\t" + counts[row] + "\n");
                }
            }
        }
    }
}
