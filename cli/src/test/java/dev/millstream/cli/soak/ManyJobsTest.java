package dev.millstream.cli.soak;

import static org.assertj.core.api.Assertions.assertThat;

import dev.millstream.cli.fixture.Json;
import dev.millstream.cli.fixture.ProgramJars;
import dev.millstream.cli.fixture.RunningCluster;
import dev.millstream.client.RestClusterClient;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/**
 * Tiny jobs, each with a jar of its own, leave nothing behind in any process of a cluster. More of
 * them with {@code -Dmillstream.soak.jobs=1000}.
 */
@Timeout(value = 30, unit = TimeUnit.MINUTES)
class ManyJobsTest {
    private static final int WARM_UP = 100;
    private static final int JOBS = Integer.getInteger("millstream.soak.jobs", 100);
    private static final int TASK_MANAGERS = 2;
    private static final int REMEMBERED = 20;

    @TempDir private static Path folder;

    private static RunningCluster cluster;

    @BeforeAll
    static void start() throws Exception {
        cluster =
                new RunningCluster(folder)
                        .started(
                                "--taskmanagers",
                                Integer.toString(TASK_MANAGERS),
                                "-D",
                                "resourcemanager.local.max-taskmanagers=" + TASK_MANAGERS,
                                "-D",
                                "jobstore.max-capacity=" + REMEMBERED,
                                "-D",
                                "blob.storage.max-size=1 mb",
                                "-D",
                                "taskmanager.jar-cache.size=1 mb");
    }

    @AfterAll
    static void stop() throws Exception {
        cluster.stop();
    }

    @Test
    void shouldLeaveNothingBehindInAnyProcess() throws Exception {
        ProgramJars programs = ProgramJars.compile(folder);
        try (RestClusterClient client = cluster.client()) {
            TinyJobs jobs = new TinyJobs(client, programs, folder);
            jobs.run(WARM_UP);
            Map<String, Vitals> before = vitals();
            long filesBefore = files();
            jobs.run(JOBS);
            Awaitility.await("all is as it was before")
                    .atMost(Duration.ofMinutes(3))
                    .untilAsserted(() -> lookedAt(before).forEach(Look::check));
            lookedAt(before).forEach(System.out::println);
            assertThat(files()).as("files, caches among them").isLessThan(2 * filesBefore);
            assertThat(Json.objects(cluster.rest("/jobs/overview").get("jobs")))
                    .hasSizeLessThanOrEqualTo(REMEMBERED);
        }
    }

    private static Map<String, Vitals> vitals() throws Exception {
        cluster.awaitFree(TASK_MANAGERS);
        Map<String, Vitals> vitals = new TreeMap<>();
        vitals.put("JobManager", Vitals.of(cluster.jobManager()));
        for (ProcessHandle taskManager : cluster.taskManagers()) {
            vitals.put("TaskManager " + taskManager.pid(), Vitals.of(taskManager));
        }
        return vitals;
    }

    /** A process before and after the jobs, for people, and what they have left behind. */
    private record Look(String process, Vitals before, Vitals after, List<String> kept) {
        void check() {
            assertThat(kept).as(toString()).isEmpty();
        }

        @Override
        public String toString() {
            return process
                    + " after "
                    + JOBS
                    + " jobs\n  before: "
                    + before
                    + "\n  after:  "
                    + after;
        }
    }

    private static List<Look> lookedAt(Map<String, Vitals> before) throws Exception {
        Map<String, Vitals> now = vitals();
        assertThat(now.keySet()).isEqualTo(before.keySet());
        return now.entrySet().stream()
                .map(it -> {
                    Vitals was = Objects.requireNonNull(before.get(it.getKey()));
                    return new Look(it.getKey(), was, it.getValue(), it.getValue().kept(was, JOBS));
                })
                .toList();
    }

    /** In the cluster's folder, logs excepted. */
    private static long files() throws IOException {
        try (Stream<Path> all = Files.walk(cluster.runDirectory())) {
            return all.filter(Files::isRegularFile)
                    .filter(file -> !file.startsWith(cluster.runDirectory().resolve("log")))
                    .count();
        }
    }
}
