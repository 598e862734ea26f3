package dev.millstream.benchmarks.harness.contestant;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class PeerBuildTest {
    @TempDir Path root;

    @BeforeEach
    void build() throws IOException {
        file("benchmarks/workloads/src/main/Events.java", 1);
        file("benchmarks/jet/src/JetMain.java", 1);
        file("benchmarks/jet/target/classes/dev/JetMain.class", 2);
        file("benchmarks/jet/target/lib/millstream-benchmarks-workloads-1.jar", 2);
    }

    private void file(String name, long timeS) throws IOException {
        Path file = root.resolve(name);
        Files.createDirectories(file.resolveSibling("."));
        Files.writeString(file, name);
        Files.setLastModifiedTime(file, FileTime.fromMillis(timeS * 1_000));
    }

    private boolean isDone() throws IOException {
        return new PeerBuild(root).isDone(List.of(EngineKind.JET));
    }

    @Test
    void shouldBeDoneWhenNothingIsOlderThanItsSources() throws IOException {
        assertThat(isDone()).isTrue();
    }

    @Test
    void shouldNotBeDoneWhenAProgramHasChanged() throws IOException {
        file("benchmarks/jet/src/JetMain.java", 3);
        assertThat(isDone()).isFalse();
    }

    @Test
    void shouldNotBeDoneWhenTheWorkloadsHaveChanged() throws IOException {
        file("benchmarks/workloads/src/main/Events.java", 3);
        assertThat(isDone()).isFalse();
    }

    @Test
    void shouldNotBeDoneWithoutJars() throws IOException {
        Files.delete(
                root.resolve("benchmarks/jet/target/lib/millstream-benchmarks-workloads-1.jar"));
        assertThat(isDone()).isFalse();
    }
}
