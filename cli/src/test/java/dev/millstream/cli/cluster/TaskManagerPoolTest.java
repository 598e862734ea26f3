package dev.millstream.cli.cluster;

import static org.assertj.core.api.Assertions.assertThat;

import dev.millstream.cli.fixture.Outcome;
import dev.millstream.cli.fixture.RunningCluster;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** TaskManagers that come and go as jobs need them. */
@Timeout(value = 5, unit = TimeUnit.MINUTES)
class TaskManagerPoolTest {
    private static final int MOST = 3;

    @TempDir private static Path folder;

    private static RunningCluster cluster;
    private static Path text;

    @BeforeAll
    static void start() throws Exception {
        text = Files.writeString(folder.resolve("text"), "a b a\n");
        cluster =
                new RunningCluster(folder)
                        .started(
                                "--taskmanagers",
                                "1",
                                "-D",
                                "resourcemanager.local.max-taskmanagers=" + MOST,
                                "-D",
                                "resourcemanager.taskmanager-timeout=1 s",
                                "-D",
                                "slot.request.timeout=20 s");
    }

    @AfterAll
    static void stop() throws Exception {
        cluster.stop();
    }

    @Test
    void shouldStartWhatAJobNeedsAndReleaseItThen() throws Exception {
        List<ProcessHandle> before = cluster.taskManagers();

        Outcome run = count("6");
        RunningCluster.await("one is left", () -> cluster.taskManagers().size() == 1);

        assertThat(run.exitCode()).as(run.err()).isZero();
        assertThat(run.out()).contains("a\t2");
        assertThat(before).hasSize(1);
        cluster.awaitFree(1);
    }

    @Test
    void shouldRefuseAJobThatNeedsMoreThanMayBeStarted() throws Exception {
        Outcome run = count("8");

        assertThat(run.exitCode()).isEqualTo(1);
        assertThat(run.err()).contains("needs 8 slots", "slot.request.timeout");
        assertThat(cluster.taskManagers()).hasSizeLessThanOrEqualTo(MOST);
    }

    @Test
    void shouldReplaceOneThatIsKilled() throws Exception {
        RunningCluster.await("one is left", () -> cluster.taskManagers().size() == 1);
        ProcessHandle killed = cluster.taskManagers().getFirst();

        killed.destroyForcibly();
        RunningCluster.await(
                "another one",
                () ->
                        cluster.taskManagers().stream()
                                .anyMatch(it -> it.isAlive() && it.pid() != killed.pid()));

        assertThat(count("2").exitCode()).isZero();
    }

    private static Outcome count(String parallelism) throws Exception {
        return cluster.call("run", "-p", parallelism, "wordcount", "--input", text.toString());
    }
}
