package dev.millstream.rest.cluster;

import static org.assertj.core.api.Assertions.assertThat;

import dev.millstream.rest.fixture.FakeJob;
import dev.millstream.rest.fixture.RunningServer;
import dev.millstream.rest.fixture.SampleJobs;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
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

    private String get(String path) throws Exception {
        HttpResponse<String> answer = server.get(path);
        assertThat(answer.statusCode()).as(path).isEqualTo(200);
        return answer.body();
    }
}
