package dev.millstream.benchmarks.workload.text;

import dev.millstream.benchmarks.workload.Mix;
import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;

/**
 * A text of a given size: lines of about 80 characters, words of a vocabulary of 50,000 by Zipf's
 * law with exponent 1. The same each time.
 */
public final class TextFile {
    /** How many words there are. */
    public static final int VOCABULARY = 50_000;

    private static final int PARTS = 8;
    private static final int LINE = 80;
    private static final int SHORTEST = 2;
    private static final int LENGTHS = 7;

    private final byte[][] words = new byte[VOCABULARY][];
    private final double[] cumulated = new double[VOCABULARY];
    private long state;

    private TextFile() {
        double sum = 0;
        for (int rank = 0; rank < VOCABULARY; rank++) {
            words[rank] = word(rank).getBytes(StandardCharsets.US_ASCII);
            sum += 1.0 / (rank + 1);
            cumulated[rank] = sum;
        }
    }

    /** The word of a rank: made-up letters, and behind them the rank itself in letters. */
    static String word(int rank) {
        long mixed = Mix.of(rank);
        StringBuilder word = new StringBuilder();
        long length = SHORTEST + Mix.below(LENGTHS, Mix.of(mixed));
        for (int i = 0; i < length; i++) {
            word.append((char) ('a' + Math.floorMod(mixed >>> (i * 5), 13)));
        }
        for (int rest = rank; rest > 0; rest /= 13) {
            word.append((char) ('n' + rest % 13));
        }
        return word.toString();
    }

    /**
     * The files of the text in a folder, in order; written unless they are there. There are several
     * of the same size, so that engines that read a file on one thread can read some at a time.
     */
    public static List<Path> ensure(Path folder, long sizeBytes) throws IOException {
        List<Path> files = new ArrayList<>();
        TextFile text = new TextFile();
        Files.createDirectories(folder);
        for (int part = 0; part < PARTS; part++) {
            Path file = folder.resolve("part-" + part + "-of-" + sizeBytes);
            text.state = (long) part << 32;
            if (!Files.exists(file)) {
                Path partly = folder.resolve("." + file.getFileName());
                text.write(partly, sizeBytes / PARTS);
                Files.move(partly, file);
            }
            files.add(file);
        }
        return files;
    }

    /** The files of a text that has been written. */
    public static List<Path> files(Path folder) throws IOException {
        try (Stream<Path> files = Files.list(folder)) {
            return files.filter(file -> file.getFileName().toString().startsWith("part-"))
                    .sorted()
                    .toList();
        }
    }

    private void write(Path file, long sizeBytes) throws IOException {
        try (OutputStream out = new BufferedOutputStream(Files.newOutputStream(file), 1 << 16)) {
            for (long written = 0; written < sizeBytes; ) {
                written += writeLine(out);
            }
        }
    }

    private int writeLine(OutputStream out) throws IOException {
        int length = 0;
        while (length < LINE - SHORTEST) {
            if (length > 0) {
                out.write(' ');
                length++;
            }
            byte[] word = words[nextRank()];
            out.write(word);
            length += word.length;
        }
        out.write('\n');
        return length + 1;
    }

    private int nextRank() {
        double point = (Mix.of(state++) >>> 11) * 0x1.0p-53 * cumulated[VOCABULARY - 1];
        int found = Arrays.binarySearch(cumulated, point);
        return Math.min(found < 0 ? -found - 1 : found, VOCABULARY - 1);
    }
}
