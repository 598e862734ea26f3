package dev.millstream.cli.process;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class RotatingFileTest {
    @TempDir private Path folder;

    private void print(int maxBytes, int kept, String... lines) throws IOException {
        try (PrintStream out =
                new PrintStream(
                        new RotatingFile(folder.resolve("x.log"), maxBytes, kept),
                        true,
                        StandardCharsets.UTF_8)) {
            for (String line : lines) {
                out.print(line);
            }
            assertThat(out.checkError()).isFalse();
        }
    }

    private Map<String, String> files() throws IOException {
        Map<String, String> files = new TreeMap<>();
        try (Stream<Path> all = Files.list(folder)) {
            for (Path file : all.toList()) {
                files.put(file.getFileName().toString(), Files.readString(file));
            }
        }
        return files;
    }

    @Test
    void shouldMoveAFullFileAsideAndForgetTheOldest() throws Exception {
        print(8, 2, "1111", "1111", "2222", "33333", "4444", "4");

        assertThat(files())
                .isEqualTo(Map.of("x.log", "44444", "x.log.1", "33333", "x.log.2", "2222"));
    }

    @Test
    void shouldGoOnWhereAnotherProcessHasEnded() throws Exception {
        print(8, 1, "1111");
        print(8, 1, "22", "3333");

        assertThat(files()).isEqualTo(Map.of("x.log", "3333", "x.log.1", "111122"));
    }

    @Test
    void shouldPartWhatIsLargerThanAFile() throws Exception {
        print(4, 1, "123456789");

        assertThat(files()).isEqualTo(Map.of("x.log", "9", "x.log.1", "5678"));
    }

    @Test
    void shouldKeepNothingAsideIfItIsToldSo() throws Exception {
        print(4, 0, "1234", "5");

        assertThat(files()).isEqualTo(Map.of("x.log", "5"));
    }
}
