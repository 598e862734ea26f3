package dev.millstream.rest.cluster;

import static org.assertj.core.api.Assertions.assertThat;

import dev.millstream.rest.fixture.FakeJob;
import dev.millstream.rest.fixture.RunningServer;
import dev.millstream.rest.fixture.SampleJobs;
import java.io.RandomAccessFile;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ClusterRoutesTest {
    @TempDir private Path directory;

    private RunningServer server;

    @BeforeEach
    void start() throws Exception {
        server = new RunningServer(directory);
    }

    @AfterEach
    void stop() {
        server.close();
    }

    @Test
    void shouldCountTaskManagersSlotsAndJobs() throws Exception {
        var _ = server.dispatcher.run(SampleJobs.pipeline(1, "runs"));
        FakeJob finished = server.dispatcher.run(SampleJobs.pipeline(2, "done"));
        finished.finish(List.of());
        server.dispatcher.run(SampleJobs.pipeline(3, "broken")).fail(SampleJobs.failure());
        assertThat(get("/v1/overview"))
                .isEqualTo(
                        "{\"taskmanagers\":2,\"slots-total\":4,\"slots-available\":1,"
                                + "\"jobs-running\":1,\"jobs-finished\":1,\"jobs-cancelled\":0,"
                                + "\"jobs-failed\":1,\"millstream-version\":\"1.2.3\"}");
        assertThat(get("/config")).contains("\"refresh-interval\":1000");
    }

    @Test
    void shouldListTaskManagersAndWhatRunsThere() throws Exception {
        var _ = server.dispatcher.run(SampleJobs.pipeline(1, "runs"));
        assertThat(get("/v1/taskmanagers"))
                .contains("\"id\":\"tm-1\",\"path\":\"millstream://")
                .contains("\"slotsNumber\":2,\"freeSlots\":1")
                .contains("\"managedMemory\":268435456");
        assertThat(get("/v1/taskmanagers/tm-2"))
                .contains("\"vertex\":\"Sink: print\",\"parallelism\":2,\"subtask\":1");
        assertThat(server.get("/v1/taskmanagers/tm-9").statusCode()).isEqualTo(404);
    }

    @Test
    void shouldHideSecretsInTheConfiguration() throws Exception {
        assertThat(get("/v1/jobmanager/config"))
                .contains("{\"key\":\"mail.password\",\"value\":\"******\"}")
                .contains("{\"key\":\"link.note\",\"value\":\"******\"}")
                .contains("{\"key\":\"rest.port\",\"value\":\"0\"}")
                .doesNotContain("hunter2")
                .doesNotContain(RunningServer.TOKEN.reveal());
    }

    @Test
    void shouldShowLogFilesAndNothingElse() throws Exception {
        Path secret = Files.writeString(directory.resolve("secret.txt"), "hunter2");
        Files.writeString(server.logs().resolve("jobmanager.log"), "hello\n");
        Files.createSymbolicLink(server.logs().resolve("link.log"), secret);
        Files.createDirectory(server.logs().resolve("folder"));

        assertThat(get("/v1/jobmanager/logs"))
                .contains("\"name\":\"jobmanager.log\",\"size\":6")
                .doesNotContain("link.log")
                .doesNotContain("folder");
        assertThat(get("/v1/jobmanager/logs/jobmanager.log")).isEqualTo("hello\n");
        for (String name :
                List.of(
                        "link.log",
                        "folder",
                        "..%2fsecret.txt",
                        "%2e%2e/secret.txt",
                        "..;/secret.txt",
                        "..%5csecret.txt",
                        "../secret.txt",
                        "jobmanager.log%00")) {
            HttpResponse<String> answer = server.get("/v1/jobmanager/logs/" + name);
            assertThat(answer.statusCode()).as(name).isBetween(400, 404);
            assertThat(answer.body()).as(name).startsWith("{\"errors\":").doesNotContain("hunter2");
        }
    }

    @Test
    void shouldShowATaskManagersLogsAndNoOthers() throws Exception {
        Files.writeString(server.logs().resolve("taskmanager-tm-1.log"), "hello\n");
        Files.writeString(server.logs().resolve("taskmanager-tm-1.log.1"), "before\n");
        Files.writeString(server.logs().resolve("taskmanager-tm-1.out"), "printed\n");
        Files.writeString(server.logs().resolve("taskmanager-tm-10.log"), "other\n");

        assertThat(get("/v1/taskmanagers/tm-1/logs"))
                .contains("taskmanager-tm-1.log.1", "taskmanager-tm-1.out")
                .doesNotContain("tm-10");
        assertThat(get("/v1/taskmanagers/tm-1/log")).isEqualTo("hello\n");
        assertThat(get("/taskmanagers/tm-1/stdout")).isEqualTo("printed\n");
        assertThat(get("/v1/taskmanagers/tm-1/logs/taskmanager-tm-1.log.1")).isEqualTo("before\n");
        for (String path :
                List.of("tm-1/logs/taskmanager-tm-10.log", "tm-2/log", "../log", "tm-1/logs/x")) {
            assertThat(server.get("/v1/taskmanagers/" + path).statusCode()).as(path).isEqualTo(404);
        }
    }

    @Test
    void shouldShowPartsOfLogs() throws Exception {
        Files.writeString(server.logs().resolve("jobmanager.log"), "0123456789");
        Files.writeString(server.logs().resolve("jobmanager.out"), "");
        Map<String, String> parts =
                Map.of(
                        "bytes=0-0", "0",
                        "bytes=2-4", "234",
                        "bytes=7-", "789",
                        "bytes=7-99999999999999999", "789",
                        "bytes=-3", "789",
                        "bytes=-99", "0123456789");
        for (Map.Entry<String, String> part : parts.entrySet()) {
            HttpResponse<String> answer = ranged("/v1/jobmanager/log", part.getKey());
            assertThat(answer.statusCode()).as(part.getKey()).isEqualTo(206);
            assertThat(answer.body()).as(part.getKey()).isEqualTo(part.getValue());
        }
        assertThat(ranged("/v1/jobmanager/log", "bytes=2-4").headers().firstValue("Content-Range"))
                .contains("bytes 2-4/10");
        for (String none : List.of("bytes=10-", "bytes=5-4", "bytes=-0")) {
            assertThat(ranged("/v1/jobmanager/log", none).statusCode()).as(none).isEqualTo(416);
        }
        assertThat(ranged("/v1/jobmanager/stdout", "bytes=-9").statusCode()).isEqualTo(416);
        for (String wrong : List.of("bytes=-", "bytes=1-2,4-5", "lines=1-2", "x", "bytes=a-b")) {
            assertThat(ranged("/v1/jobmanager/log", wrong).statusCode()).as(wrong).isEqualTo(400);
        }
    }

    @Test
    void shouldNotSendLogsOfAnyLengthWhole() throws Exception {
        try (RandomAccessFile large =
                new RandomAccessFile(server.logs().resolve("jobmanager.log").toFile(), "rw")) {
            large.setLength(1L << 30);
        }
        assertThat(server.get("/v1/jobmanager/log").statusCode()).isEqualTo(413);
        assertThat(ranged("/v1/jobmanager/log", "bytes=-5").body()).hasSize(5);
        assertThat(ranged("/v1/jobmanager/log", "bytes=0-").headers().firstValue("Content-Range"))
                .contains("bytes 0-67108863/1073741824");
    }

    private HttpResponse<String> ranged(String path, String range) throws Exception {
        return server.send(server.request(path).header("Range", range).GET().build());
    }

    private String get(String path) throws Exception {
        HttpResponse<String> answer = server.get(path);
        assertThat(answer.statusCode()).as(path).isEqualTo(200);
        return answer.body();
    }
}
