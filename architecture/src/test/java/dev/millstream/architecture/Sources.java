package dev.millstream.architecture;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;

/** The files of the source tree, as text. */
final class Sources {
    /**
     * @param path relative to the root
     * @param lines of the file
     */
    record Source(String path, List<String> lines) {}

    private Sources() {}

    /** All Java files below {@code src/main} of every module. */
    static List<Source> main() {
        return java("/src/main/java/");
    }

    /** All Java files below {@code src/test} of every module. */
    static List<Source> tests() {
        return java("/src/test/java/");
    }

    static String read(String path) {
        try {
            return Files.readString(House.root().resolve(path));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static List<Source> java(String part) {
        Path root = House.root();
        try (Stream<Path> files = Files.walk(root)) {
            return files.filter(file ->
                            file.toString().endsWith(".java") && file.toString().contains(part))
                    .filter(file -> !root.relativize(file).toString().contains("target/"))
                    .sorted()
                    .map(file -> new Source(root.relativize(file).toString(), lines(file)))
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static List<String> lines(Path file) {
        try {
            return Files.readAllLines(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
