package dev.millstream.cluster.standalone;

import static org.assertj.core.api.Assertions.assertThat;

import dev.millstream.configuration.MemorySize;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class JvmCommandTest {
    private static final MemorySize MEMORY = MemorySize.ofMebiBytes(512);

    @TempDir private Path caches;

    private JvmCommand command() {
        return JvmCommand.of(
                Map.of(
                        "MILLSTREAM_JAVA", "/jdk/bin/java",
                        "MILLSTREAM_JVM_OPTIONS", "-XX:+UseSerialGC -Xlog:aot=off",
                        "MILLSTREAM_CLASS_PATH", "a.jar:b.jar",
                        "MILLSTREAM_CACHES", caches.toString()),
                "Main");
    }

    @Test
    void shouldCallAsTheLauncherHasTold() {
        assertThat(command().call(MEMORY, List.of("jobmanager", "-D", "a=b")))
                .containsExactly(
                        "/jdk/bin/java",
                        "-XX:+UseSerialGC",
                        "-Xlog:aot=off",
                        "-Djava.locale.providers=SPI",
                        "-Xmx332m",
                        "-cp",
                        "a.jar:b.jar",
                        "Main",
                        "jobmanager",
                        "-D",
                        "a=b");
    }

    @Test
    void shouldStartEachProcessFromTheCacheOfItsKind() throws IOException {
        Path ofRole = Files.createFile(caches.resolve("taskmanager.aot"));
        Path ofClients = Files.createFile(caches.resolve("client.aot"));
        assertThat(command().call(MEMORY, List.of("taskmanager")))
                .contains("-XX:AOTCache=" + ofRole);
        assertThat(command().call(MEMORY, List.of("run", "-d")))
                .contains("-XX:AOTCache=" + ofClients);
    }

    @Test
    void shouldStartAnUntrainedProcessWithoutACache() throws IOException {
        Files.createFile(caches.resolve("client.aot"));
        assertThat(command().untrained(List.of("-Xint")).call(MEMORY, List.of("run")))
                .contains("-XX:+UseSerialGC", "-Xint")
                .noneMatch(word -> word.startsWith("-XX:AOTCache"));
    }
}
