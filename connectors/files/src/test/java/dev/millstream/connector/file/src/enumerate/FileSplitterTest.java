package dev.millstream.connector.file.src.enumerate;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.millstream.connector.file.src.enumerate.FileSplitter.Part;
import dev.millstream.platform.machine.MachinePlatform;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class FileSplitterTest {
    private final MachinePlatform platform = MachinePlatform.alone("test");

    @TempDir private Path folder;

    @BeforeEach
    void files() throws IOException {
        write("a.txt", 10);
        write("b.txt", 3);
        write("empty.txt", 0);
        write("c.log", 5);
        write(".hidden", 5);
        write("_marker", 5);
        write("2024/01/x.txt", 4);
        write("2024/02/y.txt", 4);
    }

    @AfterEach
    void close() {
        platform.close();
    }

    private void write(String name, int size) throws IOException {
        Path file = folder.resolve(name);
        Files.createDirectories(file.getParent());
        Files.writeString(file, "x".repeat(size));
    }

    private List<String> split(String... paths) throws IOException {
        List<dev.millstream.core.fs.Path> absolute =
                List.of(paths).stream().map(this::below).toList();
        return new FileSplitter(platform.files(), 4)
                .split(absolute).stream().map(this::describe).toList();
    }

    private dev.millstream.core.fs.Path below(String path) {
        return new dev.millstream.core.fs.Path(folder + "/" + path);
    }

    private String describe(Part part) {
        return part.path().substring(folder.toString().length() + 1)
                + "@"
                + part.offset()
                + "+"
                + part.length();
    }

    @Test
    void shouldCutAFileIntoParts() throws IOException {
        assertThat(split("a.txt")).containsExactly("a.txt@0+4", "a.txt@4+4", "a.txt@8+2");
    }

    @Test
    void shouldReadAllVisibleFilesBelowAFolder() throws IOException {
        assertThat(split("2024")).containsExactly("2024/01/x.txt@0+4", "2024/02/y.txt@0+4");
        assertThat(split(""))
                .noneMatch(part -> part.contains("hidden") || part.contains("_marker"));
    }

    @Test
    void shouldExpandGlobs() throws IOException {
        assertThat(split("[bc].*")).containsExactly("b.txt@0+3", "c.log@0+4", "c.log@4+1");
        assertThat(split("2024/*/x.txt")).containsExactly("2024/01/x.txt@0+4");
        assertThat(split("2024/{01,02}")).containsExactly("2024/01/x.txt@0+4", "2024/02/y.txt@0+4");
    }

    @Test
    void shouldGiveEachPartAnIdOfItsOwn() throws IOException {
        List<Part> parts = new FileSplitter(platform.files(), 4).split(List.of(below("")));
        assertThat(parts).extracting(Part::id).doesNotHaveDuplicates();
    }

    @Test
    void shouldHaveNoPartsForAnEmptyFile() throws IOException {
        assertThat(split("empty.txt")).isEmpty();
    }

    @Test
    void shouldNameThePathThatNamesNothing() {
        assertThatThrownBy(() -> split("missing.txt"))
                .isInstanceOf(IOException.class)
                .hasMessageContaining("missing.txt");
        assertThatThrownBy(() -> split("*.csv"))
                .isInstanceOf(IOException.class)
                .hasMessageContaining("*.csv");
    }
}
