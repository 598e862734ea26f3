package dev.millstream.benchmarks.plain;

import dev.millstream.benchmarks.workload.text.Words;
import java.io.BufferedReader;
import java.io.BufferedWriter;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** W1 by lines: a String for each line and each word. Used by one thread. */
final class LineCounts {
    /** A number that changes. */
    private static final class Cell {
        private long count;
    }

    private final Map<String, Cell> counts = new HashMap<>();

    /** Counts the lines of some files that begin within a share of each. */
    void read(List<Path> files, int share, int shares) throws IOException {
        for (Path file : files) {
            FileShare part = FileShare.of(file, share, shares);
            try (BufferedReader reader =
                    new BufferedReader(part.reader(StandardCharsets.UTF_8), 1 << 16)) {
                for (String line = reader.readLine(); line != null; line = reader.readLine()) {
                    Words.split(line, this::add);
                }
            }
        }
    }

    private void add(String word) {
        counts.computeIfAbsent(word, _ -> new Cell()).count++;
    }

    void add(LineCounts other) {
        other.counts.forEach(
                (word, cell) -> counts.computeIfAbsent(word, _ -> new Cell()).count += cell.count);
    }

    void write(Path folder) throws IOException {
        try (BufferedWriter out = Files.newBufferedWriter(folder.resolve("counts"))) {
            for (Map.Entry<String, Cell> entry : counts.entrySet()) {
                out.write(entry.getKey() + "\t" + entry.getValue().count + "\n");
            }
        }
    }
}
