package dev.millstream.simulation.cluster;

import static dev.millstream.simulation.cluster.ClusterSettings.BATCH_RECORDS;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;

/**
 * A run is the same in a process with another heap, other identity hashes, another salt of
 * unordered collections, and nothing run before.
 */
class TwoProcessesTest {
    private static final long FIRST_SEED = 101;
    private static final long LAST_SEED = 105;

    @Test
    void shouldGiveTheSameTraces() throws IOException {
        assertThat(inAnotherProcess()).isEqualTo(TraceHashes.of(FIRST_SEED, LAST_SEED));
    }

    /** As for this process; nothing if it is drawn. */
    private static String batchRecords() {
        return System.getProperty(BATCH_RECORDS, "");
    }

    private static List<String> inAnotherProcess() throws IOException {
        Process process =
                new ProcessBuilder(
                                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                                "-Xmx512m",
                                "-XX:+UnlockExperimentalVMOptions",
                                "-XX:hashCode=2",
                                "-XX:+UseSerialGC",
                                "-XX:TieredStopAtLevel=1",
                                "-D%s=%s".formatted(BATCH_RECORDS, batchRecords()),
                                "-cp",
                                System.getProperty("java.class.path"),
                                TraceHashes.class.getName(),
                                Long.toString(FIRST_SEED),
                                Long.toString(LAST_SEED))
                        .redirectError(ProcessBuilder.Redirect.INHERIT)
                        .start();
        String output = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        return output.lines().filter(line -> line.startsWith("seed ")).toList();
    }
}
