package dev.millstream.benchmarks.workload.text;

import dev.millstream.benchmarks.workload.Mix;
import dev.millstream.benchmarks.workload.Tally;
import java.io.BufferedReader;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;

/** Counts of words in files, a line {@code word<TAB>count} for each. */
public final class WordCounts {
    private WordCounts() {}

    /** What one line adds to the checksum. */
    public static long fingerprint(String word, long count) {
        long hash = 0;
        for (int i = 0; i < word.length(); i++) {
            hash = hash * 131 + word.charAt(i);
        }
        return Mix.of(hash, count);
    }

    /**
     * What the files have.
     *
     * @param tally of the lines
     * @param words sum of the counts
     */
    public record Counted(Tally tally, long words) {}

    /** The lines of all files below a folder that are complete. */
    public static Counted load(Path folder) throws IOException {
        Tally tally = new Tally();
        long words = 0;
        for (Path file : files(folder)) {
            try (BufferedReader reader = Files.newBufferedReader(file)) {
                for (String line = reader.readLine(); line != null; line = reader.readLine()) {
                    int tab = line.indexOf('\t');
                    long count = Long.parseLong(line.substring(tab + 1));
                    words += count;
                    tally.add(fingerprint(line.substring(0, tab), count));
                }
            }
        }
        return new Counted(tally, words);
    }

    private static List<Path> files(Path folder) throws IOException {
        try (Stream<Path> found = Files.walk(folder)) {
            return found.filter(Files::isRegularFile)
                    .filter(file -> !file.getFileName().toString().startsWith("."))
                    .toList();
        }
    }
}
