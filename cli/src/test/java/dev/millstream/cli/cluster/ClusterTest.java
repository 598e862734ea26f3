package dev.millstream.cli.cluster;

import static org.assertj.core.api.Assertions.assertThat;

import dev.millstream.cli.fixture.Json;
import dev.millstream.cli.fixture.Outcome;
import dev.millstream.cli.fixture.OwnProcess;
import dev.millstream.cli.fixture.RunningCluster;
import dev.millstream.cli.fixture.WordServer;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** What holds of a cluster that two TaskManagers belong to. */
@Timeout(value = 300, unit = TimeUnit.SECONDS)
class ClusterTest {
    @TempDir private static Path folder;

    private static RunningCluster cluster;
    private static WordServer words;

    @BeforeAll
    static void start() throws Exception {
        words = new WordServer();
        cluster = new RunningCluster(folder);
        Outcome started = cluster.start("--taskmanagers", "2");
        assertThat(started.exitCode()).as(started.err()).isZero();
        assertThat(started.out()).contains("TaskManagers: 2 with 4 slots");
    }

    @AfterAll
    static void stop() throws Exception {
        List<ProcessHandle> processes =
                Stream.concat(cluster.taskManagers().stream(), Stream.of(cluster.jobManager()))
                        .toList();
        Outcome stopped = cluster.call("cluster", "stop");
        words.close();
        assertThat(stopped.exitCode()).as(stopped.err()).isZero();
        assertThat(processes).noneMatch(ProcessHandle::isAlive);
        try (Stream<Path> left = Files.list(cluster.runDirectory())) {
            assertThat(left.map(path -> path.getFileName().toString()))
                    .containsExactlyInAnyOrder("jobmanager", "log", "token");
        }
    }

    @Test
    void shouldKeepItsTokenToItsOwner() throws Exception {
        Path token = cluster.runDirectory().resolve("token");

        assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(token)))
                .isEqualTo("rw-------");
    }

    @Test
    void shouldCountWordsAcrossItsProcesses() throws Exception {
        Path text = Files.writeString(folder.resolve("text"), "to be or not to be\n".repeat(50));
        Path output = folder.resolve("counts");

        Outcome run =
                cluster.call(
                        "run",
                        "-p",
                        "4",
                        "wordcount",
                        "--input",
                        text.toString(),
                        "--output",
                        output.toString());

        assertThat(run.exitCode()).as(run.err()).isZero();
        assertThat(lines(output)).containsExactly("be\t100", "not\t50", "or\t50", "to\t100");
    }

    @Test
    void shouldLeaveAJobRunningUntilItIsCancelled() throws Exception {
        String job = cluster.submitEndless(words);

        assertThat(cluster.call("list").out()).contains(job);
        Outcome cancelled = cluster.call("cancel", job.substring(0, 8), "--json");

        assertThat(Json.object(cancelled.out().strip()))
                .isEqualTo(Map.of("jid", job, "state", "CANCELED"));
        Outcome result = cluster.call("result", job);
        assertThat(result.exitCode()).isEqualTo(4);
        assertThat(cluster.call("cancel", "ffffffffff").err()).contains("'ffffffffff'");
    }

    @Test
    void shouldStartOnlyOnce() throws Exception {
        Outcome again = cluster.start("--taskmanagers", "2");

        assertThat(again.exitCode()).isZero();
        assertThat(again.err()).contains("runs already");
    }

    @Test
    void shouldFailAJobWhoseTaskManagersAreKilledAndReplaceThem() throws Exception {
        OwnProcess client =
                OwnProcess.start(
                        cluster.environment(), "run", "socket-wordcount", "--port", words.port());
        client.awaitLine("is RUNNING");
        List<ProcessHandle> killed = cluster.taskManagers();
        killed.forEach(ProcessHandle::destroyForcibly);

        Outcome end = client.awaitEnd();

        assertThat(end.exitCode()).isEqualTo(1);
        assertThat(end.err()).containsPattern("TaskManager tm-\\d+-[0-9a-f]{8} was lost");
        RunningCluster.await("two others", () -> othersThan(killed) == 2);
    }

    @Test
    void shouldRestartAJobByItsStrategyWhenATaskManagerIsKilled() throws Exception {
        String job =
                cluster.submitEndless(
                        words,
                        "-D",
                        "restart-strategy.type=fixed-delay",
                        "-D",
                        "restart-strategy.fixed-delay.attempts=5");
        List<ProcessHandle> killed = cluster.taskManagers();
        killed.forEach(ProcessHandle::destroyForcibly);
        RunningCluster.await("two others", () -> othersThan(killed) == 2);

        cluster.awaitState(job, "RUNNING");
        assertThat(cluster.call("cancel", job).exitCode()).isZero();
    }

    @Test
    void shouldTellWhichJobsWereLostWithAJobManager() throws Exception {
        String job = cluster.submitEndless(words);
        List<ProcessHandle> taskManagers = cluster.taskManagers();
        ProcessHandle jobManager = cluster.jobManager();
        jobManager.destroyForcibly();
        jobManager.onExit().join();

        assertThat(cluster.call("list").err()).contains("ended without a word");
        Outcome started = cluster.start("--taskmanagers", "2");

        assertThat(started.exitCode()).as(started.err()).isZero();
        assertThat(started.out()).contains("4 slots, 4 of them free");
        assertThat(cluster.taskManagers()).containsExactlyInAnyOrderElementsOf(taskManagers);
        assertThat(cluster.state(job)).isEqualTo("FAILED");
        assertThat(cluster.call("result", job).out()).contains("was lost");
    }

    @Test
    void shouldRefuseOthersThatWantItsPort() throws Exception {
        Outcome refused =
                OwnProcess.run(
                        Map.of("MILLSTREAM_RUN_DIR", folder.resolve("other").toString()),
                        folder,
                        "jobmanager",
                        "-D",
                        "rest.port=0",
                        "-D",
                        "jobmanager.rpc.port=" + cluster.linkPort());

        assertThat(refused.exitCode()).isEqualTo(1);
        assertThat(refused.err()).contains("port is in use", "jobmanager.rpc.port");
    }

    @Test
    void shouldRefuseAWrongToken() throws Exception {
        Path other = Files.createDirectories(folder.resolve("stranger"));
        Path token = other.resolve("token");
        Files.createFile(
                token,
                PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------")));
        Files.writeString(token, "0".repeat(64));
        Map<String, String> environment = Map.of("MILLSTREAM_RUN_DIR", other.toString());

        Outcome taskManager =
                OwnProcess.run(
                        environment,
                        folder,
                        "taskmanager",
                        "-D",
                        "jobmanager.rpc.port=" + cluster.linkPort());
        Outcome client =
                OwnProcess.run(
                        environment, folder, "list", "-m", "127.0.0.1:" + cluster.restPort());

        assertThat(taskManager.exitCode()).isEqualTo(1);
        assertThat(taskManager.err()).contains("tokens of the two processes differ");
        assertThat(client.exitCode()).isEqualTo(1);
        assertThat(client.err()).contains("token is not this cluster's");
    }

    @Test
    void shouldNotWaitForEverForAJobManager() throws Exception {
        Outcome refused =
                cluster.call(
                        "taskmanager",
                        "-D",
                        "jobmanager.rpc.port=1",
                        "-D",
                        "taskmanager.registration.timeout=1 s");

        assertThat(refused.exitCode()).isEqualTo(1);
        assertThat(refused.err()).contains("No JobManager can be reached at 127.0.0.1:1");
    }

    private static long othersThan(List<ProcessHandle> some) {
        return cluster.taskManagers().stream().filter(it -> !some.contains(it)).count();
    }

    private static List<String> lines(Path output) throws IOException {
        try (Stream<Path> parts = Files.list(output)) {
            return parts.flatMap(ClusterTest::readLines).sorted().toList();
        }
    }

    private static Stream<String> readLines(Path part) {
        try {
            return Files.readAllLines(part).stream();
        } catch (IOException e) {
            throw new AssertionError(e);
        }
    }
}
