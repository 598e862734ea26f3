package dev.millstream.cli.cluster;

import static org.assertj.core.api.Assertions.assertThat;

import dev.millstream.cli.fixture.Outcome;
import dev.millstream.cli.fixture.OwnProcess;
import dev.millstream.cli.fixture.ProgramJars;
import dev.millstream.cli.fixture.RunningCluster;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.condition.EnabledIf;
import org.junit.jupiter.api.io.TempDir;

/**
 * A JobManager whose folders are on a small disk that is full. The disk is in memory and in a view
 * of the file system that only the JobManager's process has, so it ends with that. Where the kernel
 * does not let this user make such a view there is no such disk to be had.
 */
@Timeout(value = 5, unit = TimeUnit.MINUTES)
class FullDiskTest {
    private static final String MOUNT = "mount -t tmpfs -o size=4m none \"$0\" && exec \"$@\"";

    @TempDir private Path folder;

    @Test
    @EnabledIf("canMount")
    void shouldRefuseJobsWithTheReasonAndRecoverWhenThereIsRoom() throws Exception {
        RunningCluster cluster = new RunningCluster(folder);
        Path disk = Files.createDirectories(cluster.runDirectory());
        Files.createDirectories(folder.resolve("apart"));
        Path jar = jar();
        try (OwnProcess jobManager = cluster.jobManagerByHand(mounting(disk.toString()))) {
            Path seen = Path.of("/proc", Long.toString(jobManager.handle().pid()), "root");
            Path inside = Path.of(seen.toString(), disk.toString());
            Path token = folder.resolve("token");
            Files.copy(inside.resolve("token"), token);
            try (OwnProcess _ = cluster.taskManagerByHand("-D", "security.token-file=" + token)) {
                Path filler = inside.resolve("filler");
                fill(filler);

                Outcome full = run(cluster, token, jar);
                assertThat(full.exitCode()).isEqualTo(1);
                assertThat(full.err()).contains("No space left on device");

                Files.delete(filler);
                Outcome recovered = run(cluster, token, jar);
                assertThat(recovered.exitCode()).as(recovered.err()).isZero();
            }
        }
    }

    private Path jar() throws IOException {
        return ProgramJars.compile(folder)
                .write(folder.resolve("tiny.jar"), "tiny.TinyJob", Map.of("number", "7"));
    }

    private static Outcome run(RunningCluster cluster, Path token, Path jar) throws Exception {
        return cluster.call(
                "run",
                "-m",
                "127.0.0.1:" + cluster.restPort(),
                "-D",
                "security.token-file=" + token,
                jar.toString(),
                "adding");
    }

    private static void fill(Path file) throws IOException {
        try (OutputStream out = Files.newOutputStream(file)) {
            byte[] piece = new byte[4_096];
            while (true) {
                out.write(piece);
            }
        } catch (IOException e) {
            assertThat(e).hasMessageContaining("No space left");
        }
    }

    static boolean canMount() throws Exception {
        return !view().isEmpty();
    }

    private static List<String> mounting(String folder) throws Exception {
        return Stream.concat(view().stream(), Stream.of("sh", "-c", MOUNT, folder)).toList();
    }

    /** What makes a view of the file system; empty if nothing does. */
    private static List<String> view() throws Exception {
        for (List<String> command :
                List.of(List.of("unshare", "--mount"), List.of("unshare", "-r", "--mount"))) {
            List<String> trial =
                    Stream.concat(command.stream(), Stream.of("sh", "-c", MOUNT, "/mnt", "true"))
                            .toList();
            try {
                Process process =
                        new ProcessBuilder(trial)
                                .redirectErrorStream(true)
                                .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                                .start();
                if (process.waitFor() == 0) {
                    return command;
                }
            } catch (IOException e) {
                // There is no such command.
            }
        }
        return List.of();
    }
}
