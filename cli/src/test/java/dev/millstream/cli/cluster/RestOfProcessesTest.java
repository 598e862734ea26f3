package dev.millstream.cli.cluster;

import static org.assertj.core.api.Assertions.assertThat;

import dev.millstream.cli.fixture.Json;
import dev.millstream.cli.fixture.Outcome;
import dev.millstream.cli.fixture.OwnProcess;
import dev.millstream.cli.fixture.ProgramJars;
import dev.millstream.cli.fixture.RunningCluster;
import dev.millstream.cli.fixture.WordServer;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** What REST and the command line show of real processes, and programs that run in their own. */
@Timeout(value = 300, unit = TimeUnit.SECONDS)
class RestOfProcessesTest {
    private static final String START_TIMEOUT = "45 s";

    @TempDir private static Path folder;

    private static RunningCluster cluster;
    private static HttpClient http;
    private static String jar;

    /** Takes as long as a program may; asked for first, looked at by its test. */
    private static CompletableFuture<HttpResponse<String>> hanging;

    @BeforeAll
    static void start() throws Exception {
        http = HttpClient.newHttpClient();
        cluster =
                new RunningCluster(Files.createDirectories(folder.resolve("cluster")))
                        .started(
                                "--taskmanagers",
                                "2",
                                "-D",
                                "rest.program-start-timeout=" + START_TIMEOUT,
                                "-D",
                                "env.log.max-size=4 kb",
                                "-D",
                                "env.log.max=2");
        Path file =
                ProgramJars.compile(folder).write(folder.resolve("programs.jar"), "mains.Mains");
        HttpResponse<String> uploaded =
                http.send(
                        request("/jars/upload?name=programs.jar")
                                .POST(BodyPublishers.ofFile(file))
                                .build(),
                        BodyHandlers.ofString());
        jar = String.valueOf(Json.object(uploaded.body()).get("id"));
        hanging = run("hangs");
    }

    @AfterAll
    static void stop() throws Exception {
        cluster.stop();
        http.close();
    }

    private static HttpRequest.Builder request(String path) throws Exception {
        String token = Files.readString(cluster.runDirectory().resolve("token")).strip();
        return HttpRequest.newBuilder(
                        URI.create("http://127.0.0.1:" + cluster.restPort() + "/v1" + path))
                .header("Authorization", "Bearer " + token);
    }

    private static CompletableFuture<HttpResponse<String>> run(String how) throws Exception {
        return run(
                "{\"entryClass\":\"mains.Mains\",\"programArgsList\":[\""
                        + how
                        + "\",\"é ü\"],"
                        + "\"parallelism\":2}",
                jar);
    }

    private static CompletableFuture<HttpResponse<String>> run(String body, String of)
            throws Exception {
        return http.sendAsync(
                request("/jars/" + of + "/run").POST(BodyPublishers.ofString(body)).build(),
                BodyHandlers.ofString());
    }

    private static String job(HttpResponse<String> answer) {
        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(200);
        return String.valueOf(Json.object(answer.body()).get("jobid"));
    }

    @Test
    void shouldRunSeveralProgramsAtOnceAndLeaveThemAlone() throws Exception {
        List<CompletableFuture<HttpResponse<String>>> runs = new ArrayList<>();
        for (String how : List.of("good", "two jobs", "submits and exits", "submits and throws")) {
            runs.add(run(how));
        }
        for (CompletableFuture<HttpResponse<String>> run : runs) {
            String job = job(run.get());
            cluster.awaitState(job, "FINISHED");
            Map<String, Object> details = cluster.rest("/jobs/" + job);
            assertThat(String.valueOf(details.get("name"))).endsWith("|é ü");
            assertThat(Json.objects(details.get("vertices")))
                    .anySatisfy(it -> assertThat(it.get("parallelism")).isEqualTo(2));
        }
    }

    @Test
    void shouldTellTheJobOfAProgramThatNeverEnds() throws Exception {
        String job = job(run("submits and hangs").get());

        Outcome result = cluster.call("result", "--wait", job, "--json");

        assertThat(result.exitCode()).as(result.err()).isZero();
        assertThat(result.out()).contains("SUCCEEDED");
    }

    @Test
    void shouldTellWhyAProgramSubmitsNoJob() throws Exception {
        Map<String, String> reasons = new TreeMap<>();
        reasons.put("throws", "main method of");
        reasons.put("exits", "exit code 3");
        reasons.put("exits without failure", "exit code 0");
        reasons.put("nothing", "without executing a job");
        reasons.put("prints", "IllegalStateException: enough");
        Map<String, CompletableFuture<HttpResponse<String>>> runs = new TreeMap<>();
        for (String how : reasons.keySet()) {
            runs.put(how, run(how));
        }
        for (Map.Entry<String, CompletableFuture<HttpResponse<String>>> run : runs.entrySet()) {
            HttpResponse<String> answer = run.getValue().get();
            assertThat(answer.statusCode()).as(answer.body()).isEqualTo(422);
            assertThat(answer.body())
                    .contains(
                            "The program in programs.jar submitted no job",
                            String.valueOf(reasons.get(run.getKey())))
                    .hasSizeLessThan(40_000);
        }
        HttpResponse<String> unknown = run("{\"entryClass\":\"no.such.Main\"}", jar).get();
        assertThat(unknown.statusCode()).isEqualTo(422);
        assertThat(unknown.body()).contains("no.such.Main");
    }

    @Test
    void shouldEndAProgramThatNeverSubmitsAJob() throws Exception {
        HttpResponse<String> answer = hanging.get();

        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(504);
        assertThat(answer.body()).contains("rest.program-start-timeout", "was ended");
        ProcessHandle jobManager = cluster.jobManager();
        RunningCluster.await(
                "no process of it is left",
                () ->
                        jobManager
                                .descendants()
                                .noneMatch(it ->
                                        it.info()
                                                .commandLine()
                                                .orElse("")
                                                .contains("mains.Mains hangs")));
    }

    @Test
    void shouldShowWhatHasCrossedTheWire() throws Exception {
        Path text = folder.resolve("text");
        Files.writeString(text, "to be or not to be that is the question\n".repeat(2_000));

        Outcome across = count(text);
        Map<String, Object> job = cluster.rest("/jobs/" + jobIn(across));
        List<Map<String, Object>> vertices = Json.objects(job.get("vertices"));

        assertThat(vertices).hasSizeGreaterThan(1);
        Map<String, Object> source = vertices.getFirst();
        Map<String, Object> counts = vertices.get(1);
        assertThat(number(source, "write-bytes")).isPositive();
        assertThat(number(source, "write-records")).isPositive();
        assertThat(number(counts, "read-bytes")).isEqualTo(number(source, "write-bytes"));
        assertThat(number(counts, "read-records")).isEqualTo(number(source, "write-records"));
        String vertex = String.valueOf(vertices.get(1).get("id"));
        List<Map<String, Object>> subtasks =
                Json.objects(
                        cluster.rest("/jobs/" + jobIn(across) + "/vertices/" + vertex)
                                .get("subtasks"));
        assertThat(subtasks).hasSize(4);
        assertThat(subtasks.stream().map(it -> it.get("taskmanager-id")).distinct()).hasSize(2);
        assertThat(subtasks.stream().mapToLong(it -> number(it, "read-bytes")).sum())
                .isEqualTo(number(counts, "read-bytes"));
    }

    private static Outcome count(Path text) throws Exception {
        Outcome run =
                cluster.call(
                        "run",
                        "-p",
                        "4",
                        "wordcount",
                        "--streaming",
                        "--input",
                        text.toString(),
                        "--output",
                        folder.resolve("counts of four").toString());
        assertThat(run.exitCode()).as(run.err()).isZero();
        return run;
    }

    private static String jobIn(Outcome run) {
        return run.err().replaceFirst("(?s).*?([0-9a-f]{32}).*", "$1");
    }

    /** One of the metrics of a vertex or a subtask. */
    private static long number(Map<String, Object> of, String name) {
        Map<?, ?> metrics = (Map<?, ?>) Objects.requireNonNull(of.get("metrics"));
        return ((Number) Objects.requireNonNull(metrics.get(name))).longValue();
    }

    @Test
    void shouldShowNoBytesOfWhatStaysInOneProcess() throws Exception {
        Path text = Files.writeString(folder.resolve("little"), "a b a\n");

        Outcome run =
                cluster.call(
                        "run",
                        "-d",
                        "--json",
                        "wordcount",
                        "--streaming",
                        "--input",
                        text.toString(),
                        "--output",
                        folder.resolve("counts").toString());
        String id = String.valueOf(Json.object(run.out().strip()).get("jobid"));
        cluster.awaitState(id, "FINISHED");

        Map<String, Object> job = cluster.rest("/jobs/" + id);
        for (Map<String, Object> vertex : Json.objects(job.get("vertices"))) {
            assertThat(number(vertex, "read-bytes")).isZero();
            assertThat(number(vertex, "write-bytes")).isZero();
        }
    }

    @Test
    void shouldShowLogsOfLimitedSizeOfAllProcesses() throws Exception {
        String job = job(run("chatty").get());
        cluster.awaitState(job, "FINISHED");
        String taskManager = taskManagerOf(job);
        String path = "/taskmanagers/" + taskManager;

        // What is printed is there when the job has ended, though not before.
        assertThat(text(path + "/stdout")).endsWith("line 5000\n").hasSizeLessThan(4_097);
        List<Map<String, Object>> files = Json.objects(cluster.rest(path + "/logs").get("logs"));
        String name = "taskmanager-" + taskManager.replaceFirst("-[^-]*$", "");
        assertThat(files)
                .extracting(it -> it.get("name"))
                .contains(name + ".log", name + ".out", name + ".out.1", name + ".out.2")
                .doesNotContain(name + ".out.3");
        assertThat(files)
                .extracting(it -> (Integer) it.get("size"))
                .allSatisfy(size -> assertThat(size).isLessThanOrEqualTo(4_096));

        assertThat(cluster.call("logs").out()).contains("jobmanager.log", name + ".out.1");
        assertThat(cluster.call("logs", name + ".out", "-n", "2").out().lines())
                .containsExactly("line 4999", "line 5000");
        Outcome log = cluster.call("logs", taskManager, "--json");
        assertThat(Json.object(log.out().strip())).containsEntry("name", taskManager);
        assertThat(cluster.call("logs", "../token").err()).contains("no log file '../token'");
    }

    private static String taskManagerOf(String job) throws Exception {
        Map<String, Object> vertex =
                Json.objects(cluster.rest("/jobs/" + job).get("vertices")).getLast();
        return String.valueOf(
                Json.objects(
                                cluster.rest("/jobs/" + job + "/vertices/" + vertex.get("id"))
                                        .get("subtasks"))
                        .getFirst()
                        .get("taskmanager-id"));
    }

    private static String text(String path) throws Exception {
        HttpResponse<String> answer =
                http.send(request(path).GET().build(), BodyHandlers.ofString());
        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(200);
        return answer.body();
    }

    @Test
    void shouldWaitForTheResultOfAJobThatRuns() throws Exception {
        try (WordServer words = new WordServer()) {
            String job = cluster.submitEndless(words);
            try (OwnProcess waiting =
                    OwnProcess.start(cluster.environment(), "result", job, "--wait")) {
                assertThat(cluster.call("result", job).out()).contains("has not ended yet");
                assertThat(waiting.handle().isAlive()).isTrue();

                assertThat(cluster.call("cancel", job).exitCode()).isZero();

                Outcome result = waiting.awaitEnd();
                assertThat(result.exitCode()).isEqualTo(4);
                assertThat(result.err()).contains(job + " CANCELED");
            }
        }
    }
}
