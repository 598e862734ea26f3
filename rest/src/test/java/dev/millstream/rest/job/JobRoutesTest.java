package dev.millstream.rest.job;

import static org.assertj.core.api.Assertions.assertThat;

import dev.millstream.api.common.JobID;
import dev.millstream.graph.job.Bytes;
import dev.millstream.protocol.task.AccumulatorSnapshot;
import dev.millstream.protocol.task.AccumulatorValue;
import dev.millstream.rest.fixture.FakeJob;
import dev.millstream.rest.fixture.RunningServer;
import dev.millstream.rest.fixture.SampleJobs;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class JobRoutesTest {
    @TempDir private Path directory;

    private RunningServer server;
    private FakeJob job;

    @BeforeEach
    void start() throws Exception {
        server = new RunningServer(directory);
        job = server.dispatcher.run(SampleJobs.diamond(1, "orders"));
        job.count(10);
    }

    @AfterEach
    void stop() {
        server.close();
    }

    @Test
    void shouldListJobsWithAndWithoutThePrefix() throws Exception {
        String expected = "{\"jobs\":[{\"id\":\"" + job.id() + "\",\"status\":\"RUNNING\"}]}";
        assertThat(get("/v1/jobs")).isEqualTo(expected);
        assertThat(get("/jobs")).isEqualTo(expected);
        HttpResponse<String> answer = server.get("/jobs");
        assertThat(answer.headers().firstValue("Content-Type"))
                .contains("application/json;charset=utf-8");
        assertThat(answer.headers().firstValue("Cache-Control")).contains("no-store");
    }

    @Test
    void shouldGiveAnOverviewWithTasksByState() throws Exception {
        FakeJob ended = server.dispatcher.run(SampleJobs.pipeline(2, "nightly"));
        ended.finish(List.of());
        String overview = get("/v1/jobs/overview");
        assertThat(overview)
                .contains("\"jid\":\"" + job.id() + "\",\"name\":\"orders\",\"state\":\"RUNNING\"")
                .contains("\"end-time\":-1")
                .contains("\"tasks\":{\"total\":12,\"created\":0")
                .contains("\"running\":12,\"finished\":0")
                .contains("\"name\":\"nightly\",\"state\":\"FINISHED\"")
                .contains("\"duration\":5000,")
                .contains("\"finished\":4");
        assertThat(get("/v1/jobs/overview")).contains("\"finished\":4");
    }

    @Test
    void shouldDescribeAJobItsVerticesAndItsPlan() throws Exception {
        assertThat(get("/v1/jobs/" + job.id()))
                .contains("\"jid\":\"" + job.id() + "\"")
                .contains("\"job-type\":\"STREAMING\"")
                .contains("\"timestamps\":{\"CREATED\":1700000000001,\"RUNNING\":1700000000002}")
                .contains("\"name\":\"join\",\"slotSharingGroupId\":\"default\",\"parallelism\":4")
                .contains("\"maxParallelism\":128,\"status\":\"RUNNING\"")
                .contains("\"read-records\":40,\"read-records-complete\":false")
                .contains("\"status-counts\":{\"CREATED\":0,")
                .contains("\"plan\":{\"jid\":\"" + job.id() + "\"")
                .contains("\"ship_strategy\":\"HASH\"");
    }

    @Test
    void shouldDescribeAVertexBySubtask() throws Exception {
        String vertex = "00000000000000000000000000000003";
        assertThat(get("/v1/jobs/" + job.id() + "/vertices/" + vertex))
                .startsWith("{\"id\":\"" + vertex + "\",\"name\":\"join\",\"parallelism\":4")
                .contains("\"subtask\":3,\"status\":\"RUNNING\",\"attempt\":0")
                .contains("\"taskmanager-id\":\"tm-2\"")
                .contains("\"read-bytes\":100,")
                .contains("\"write-records\":10,");
        assertRefused(404, "GET", "/v1/jobs/" + job.id() + "/vertices/nothing", "no such vertex");
    }

    @Test
    void shouldTellFailuresTheNewestFirst() throws Exception {
        assertThat(get("/v1/jobs/" + job.id() + "/exceptions")).contains("\"root-exception\":null");
        job.fail(SampleJobs.failure());
        String failures = get("/v1/jobs/" + job.id() + "/exceptions");
        assertThat(failures)
                .contains("\"root-exception\":\"java.lang.NumberFormatException: For input")
                .contains("\"exceptionName\":\"java.lang.NumberFormatException\"")
                .contains("\"taskName\":\"parse (1/2)\",\"endpoint\":\"parse (1/2) on tm-1\"")
                .contains("\\tat org.example.Parse.map(Parse.java:12)");
        assertThat(failures.indexOf("\"taskName\":\"job\""))
                .isLessThan(failures.indexOf("\"taskName\":\"parse"));
    }

    @Test
    void shouldHideSecretsInAJobsOptions() throws Exception {
        assertThat(get("/v1/jobs/" + job.id() + "/config"))
                .contains("\"parallelism.default\":\"4\"")
                .contains("\"mail.password\":\"******\"")
                .doesNotContain("hunter2");
    }

    @Test
    void shouldGiveThePlanAlone() throws Exception {
        assertThat(get("/jobs/" + job.id() + "/plan")).startsWith("{\"plan\":{\"jid\":");
    }

    @Test
    void shouldGiveTheResultWithAccumulatorsOnceItIsThere() throws Exception {
        assertThat(get("/v1/jobs/" + job.id() + "/execution-result"))
                .isEqualTo("{\"status\":{\"id\":\"IN_PROGRESS\"}}");
        assertThat(get("/v1/jobs/" + job.id() + "/accumulators"))
                .contains("\"user-task-accumulators\":[]");
        job.finish(
                List.of(
                        new AccumulatorSnapshot("words", new AccumulatorValue.LongSum(42)),
                        new AccumulatorSnapshot("mean", new AccumulatorValue.Average(4, 10)),
                        new AccumulatorSnapshot("none", new AccumulatorValue.Average(0, 0)),
                        new AccumulatorSnapshot(
                                "own",
                                new AccumulatorValue.Opaque(
                                        List.of(Bytes.owning(new byte[] {1}))))));
        assertThat(get("/v1/jobs/" + job.id() + "/execution-result"))
                .contains("\"status\":{\"id\":\"COMPLETED\"}")
                .contains("\"application-status\":\"SUCCEEDED\"")
                .contains("{\"words\":42,\"mean\":2.5,\"none\":0.0,\"own\":null}")
                .contains("\"net-runtime\":1234");
        assertThat(get("/v1/jobs/" + job.id() + "/accumulators"))
                .contains("{\"name\":\"words\",\"type\":\"LongSum\",\"value\":42}");
    }

    @Test
    void shouldGiveTheCauseOfAFailureAsResult() throws Exception {
        job.fail(SampleJobs.failure());
        assertThat(get("/v1/jobs/" + job.id() + "/execution-result"))
                .contains("\"application-status\":\"FAILED\"")
                .contains("\"class\":\"java.lang.NumberFormatException\"");
    }

    @Test
    void shouldCancelAJobOnce() throws Exception {
        String path = "/v1/jobs/" + job.id();
        assertRefused(400, "PATCH", path + "?mode=stop", "mode=cancel");
        assertThat(server.call("PATCH", path + "?mode=cancel", "").statusCode()).isEqualTo(202);
        assertThat(get("/jobs")).contains("CANCELED");
        assertRefused(409, "PATCH", path, "has ended already");
    }

    @Test
    void shouldSayThatAJobIsNotKnown() throws Exception {
        JobID other = new JobID(7, 7);
        for (String rest :
                List.of(
                        "",
                        "/exceptions",
                        "/plan",
                        "/config",
                        "/accumulators",
                        "/execution-result",
                        "/vertices/x")) {
            assertRefused(404, "GET", "/v1/jobs/" + other + rest, "There is no job " + other);
            assertRefused(400, "GET", "/v1/jobs/passwd" + rest, "no job");
        }
        assertRefused(404, "PATCH", "/v1/jobs/" + other, "There is no job " + other);
    }

    private String get(String path) throws Exception {
        HttpResponse<String> answer = server.get(path);
        assertThat(answer.statusCode()).as(path).isEqualTo(200);
        return answer.body();
    }

    private void assertRefused(int status, String method, String path, String why)
            throws Exception {
        HttpResponse<String> answer = server.call(method, path, "");
        assertThat(answer.statusCode()).as("%s: %s", path, answer.body()).isEqualTo(status);
        assertThat(answer.body()).startsWith("{\"errors\":[\"").contains(why);
    }
}
