package dev.millstream.benchmarks.plain;

import dev.millstream.benchmarks.process.Assignment;
import dev.millstream.benchmarks.process.Program;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;

/** W1, by lines or by bytes, on one thread or on two. */
final class WordCounting {
    private WordCounting() {}

    static Program byLines(int threads) {
        return assignment -> {
            LineCounts first = new LineCounts();
            LineCounts second = new LineCounts();
            List<Path> files = files(assignment);
            if (threads == 1) {
                first.read(files, 0, 1);
            } else {
                TwoThreads.both(
                        unchecked(() -> first.read(files, 0, 2)),
                        unchecked(() -> second.read(files, 1, 2)));
                first.add(second);
            }
            first.write(assignment.results());
        };
    }

    static Program byBytes(int threads) {
        return assignment -> {
            ByteCounts first = new ByteCounts();
            List<Path> files = files(assignment);
            if (threads == 1) {
                first.read(files, 0, 1);
            } else {
                ByteCounts second = new ByteCounts();
                TwoThreads.both(
                        unchecked(() -> first.read(files, 0, 2)),
                        unchecked(() -> second.read(files, 1, 2)));
                first.add(second);
            }
            first.write(assignment.results());
        };
    }

    private static List<Path> files(Assignment assignment) throws IOException {
        try (Stream<Path> files = Files.list(assignment.input())) {
            return files.sorted().toList();
        }
    }

    /** What may fail to read. */
    private interface Reading {
        void run() throws IOException;
    }

    private static Runnable unchecked(Reading reading) {
        return () -> {
            try {
                reading.run();
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        };
    }
}
