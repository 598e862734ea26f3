package dev.millstream.benchmarks.plain;

import dev.millstream.benchmarks.workload.text.Words;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.TreeMap;

/** W8: counts the words of a file and prints the counts. */
public final class PlainStart {
    private PlainStart() {}

    public static void main(String[] args) throws IOException {
        Map<String, Long> counts = new TreeMap<>();
        for (String line : Files.readAllLines(Path.of(args[0]))) {
            Words.split(line, word -> counts.merge(word, 1L, Long::sum));
        }
        counts.forEach((word, count) -> System.out.println(word + "\t" + count));
    }
}
