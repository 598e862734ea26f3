package dev.millstream.cli.cluster;

import static org.assertj.core.api.Assertions.assertThat;

import dev.millstream.cli.fixture.Outcome;
import dev.millstream.cli.fixture.OwnProcess;
import dev.millstream.cli.fixture.RunningCluster;
import dev.millstream.cli.fixture.Signals;
import dev.millstream.cli.fixture.WordServer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** What signals do to the processes of a cluster and to its clients. */
@Timeout(value = 5, unit = TimeUnit.MINUTES)
class ProcessLifeTest {
    private static final Pattern RUNNING = Pattern.compile("Job (\\p{XDigit}{32}) is RUNNING");

    @TempDir private Path folder;

    private RunningCluster cluster;
    private WordServer words;
    private OwnProcess jobManager;
    private OwnProcess taskManager;

    @BeforeEach
    void start() throws Exception {
        words = new WordServer();
        cluster = new RunningCluster(folder);
        jobManager = cluster.jobManagerByHand(List.of());
        taskManager = cluster.taskManagerByHand();
        cluster.awaitFree(1);
    }

    @AfterEach
    void stop() throws Exception {
        taskManager.close();
        jobManager.close();
        words.close();
    }

    @Test
    void shouldEndCleanlyWhenToldTo() throws Exception {
        String job = cluster.submitEndless(words);

        Outcome taskManagerEnd = taskManager.signal("TERM").awaitEnd();
        cluster.awaitState(job, "FAILED");
        String result = cluster.call("result", job).out();
        cluster.awaitFree(0);
        Outcome jobManagerEnd = jobManager.signal("TERM").awaitEnd();

        assertThat(taskManagerEnd.exitCode()).as(taskManagerEnd.err()).isZero();
        assertThat(result).containsPattern("TaskManager tm-[0-9a-f]{8}");
        assertThat(jobManagerEnd.exitCode()).as(jobManagerEnd.err()).isZero();
        try (Stream<Path> left = Files.list(cluster.runDirectory())) {
            assertThat(left.map(path -> path.getFileName().toString()))
                    .containsExactlyInAnyOrder("jobmanager", "log", "tmp", "token");
        }
        try (Stream<Path> left = Files.walk(cluster.runDirectory().resolve("tmp"))) {
            assertThat(left.filter(Files::isRegularFile)).isEmpty();
        }
    }

    @Test
    void shouldNotNoticeAPause() throws Exception {
        String job = cluster.submitEndless(words);

        Signals.pause(taskManager.handle(), "1.5");
        Signals.pause(jobManager.handle(), "1.5");

        Path text = Files.writeString(folder.resolve("text"), "a b a\n");
        Outcome run = cluster.call("run", "wordcount", "--input", text.toString());
        assertThat(run.out()).as(run.err()).contains("a\t2");
        assertThat(cluster.state(job)).isEqualTo("RUNNING");
    }

    @Test
    void shouldGoOnWithTheJobOfAClientThatIsKilled() throws Exception {
        String job;
        try (OwnProcess client = client()) {
            job = awaitRunning(client);
            client.signal("KILL").awaitEnd();
        }
        Path text = Files.writeString(folder.resolve("text"), "a b a\n");
        Outcome run = cluster.call("run", "wordcount", "--input", text.toString());

        assertThat(run.exitCode()).as(run.err()).isZero();
        assertThat(cluster.state(job)).isEqualTo("RUNNING");
    }

    @Test
    void shouldCancelTheJobOfAClientThatEndsIfThatIsAskedFor() throws Exception {
        try (OwnProcess client = client("--shutdown-on-attached-exit")) {
            String job = awaitRunning(client);
            client.signal("TERM").awaitEnd();

            cluster.awaitState(job, "CANCELED");
        }
    }

    @Test
    void shouldCancelTheJobOfAClientThatIsInterrupted() throws Exception {
        try (OwnProcess client = client()) {
            String job = awaitRunning(client);
            Outcome end = client.interrupt().awaitEnd();

            assertThat(end.exitCode()).as(end.err()).isEqualTo(130);
            assertThat(cluster.state(job)).isEqualTo("CANCELED");
        }
    }

    private OwnProcess client(String... options) throws Exception {
        String[] call =
                Stream.of(
                                Stream.of("run"),
                                Stream.of(options),
                                Stream.of("socket-wordcount", "--port", words.port()))
                        .flatMap(it -> it)
                        .toArray(String[]::new);
        return OwnProcess.start(cluster.environment(), call);
    }

    private static String awaitRunning(OwnProcess client) {
        Matcher job = RUNNING.matcher(client.awaitLine("is RUNNING").seen());
        assertThat(job.find()).isTrue();
        return job.group(1);
    }
}
