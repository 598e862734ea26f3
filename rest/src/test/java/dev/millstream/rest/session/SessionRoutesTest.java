package dev.millstream.rest.session;

import static org.assertj.core.api.Assertions.assertThat;

import dev.millstream.api.common.JobID;
import dev.millstream.graph.job.BlobKey;
import dev.millstream.graph.job.JobGraph;
import dev.millstream.protocol.job.JobDetails;
import dev.millstream.protocol.job.JobResult;
import dev.millstream.protocol.job.StateChange;
import dev.millstream.protocol.rest.JobList;
import dev.millstream.protocol.rest.RecordBody;
import dev.millstream.protocol.rest.RestProtocol;
import dev.millstream.protocol.rest.StateChangeList;
import dev.millstream.protocol.taskexecutor.CollectedResults;
import dev.millstream.rest.fixture.FakeJob;
import dev.millstream.rest.fixture.RunningServer;
import dev.millstream.rest.fixture.SampleJobs;
import java.io.ByteArrayOutputStream;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.List;
import java.util.Random;
import java.util.stream.Stream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SessionRoutesTest {
    private static final String OURS = "/v1/millstream";

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
    void shouldTakeAJobGraphAsItIs() throws Exception {
        JobGraph graph = SampleJobs.diamond(1, "orders");
        HttpResponse<String> answer = submit(graphBody(graph), "1", RestProtocol.RECORD_TYPE);
        assertThat(answer.statusCode()).isEqualTo(202);
        assertThat(answer.body()).isEqualTo("{\"jobUrl\":\"/v1/jobs/" + graph.jobId() + "\"}");
        assertThat(server.dispatcher.job(graph.jobId()).graph()).isEqualTo(graph);
        assertRefused(409, submit(graphBody(graph), "1", RestProtocol.RECORD_TYPE), "known");
    }

    @Test
    void shouldRefuseOtherVersionsAndOtherBodies() throws Exception {
        byte[] body = graphBody(SampleJobs.pipeline(1, "x"));
        assertRefused(400, submit(body, "2", RestProtocol.RECORD_TYPE), "version 1");
        assertRefused(400, submit(body, "", RestProtocol.RECORD_TYPE), "version 1");
        assertRefused(415, submit(body, "1", "application/json"), "/v1/jars/upload");
        assertRefused(400, submit(new byte[0], "1", RestProtocol.RECORD_TYPE), "JobGraph");
        assertThat(server.get(OURS + "/jobs").statusCode()).isEqualTo(400);
    }

    @Test
    void shouldRefuseDamagedJobGraphsWithAReason() throws Exception {
        Random random = new Random(7);
        for (int round = 0; round < 400; round++) {
            byte[] body = graphBody(SampleJobs.diamond(round, "orders"));
            for (int i = random.nextInt(6); i >= 0; i--) {
                body[random.nextInt(body.length)] = (byte) random.nextInt();
            }
            if (random.nextInt(3) == 0) {
                body = Arrays.copyOf(body, random.nextInt(body.length));
            }
            HttpResponse<String> answer = submit(body, "1", RestProtocol.RECORD_TYPE);
            assertThat(answer.statusCode()).as("%s %s", round, answer.body()).isIn(202, 400, 409);
        }
    }

    @Test
    void shouldLetItsClientFollowAJob() throws Exception {
        FakeJob job = server.dispatcher.run(SampleJobs.pipeline(1, "words"));
        String path = OURS + "/jobs/" + job.id();

        assertThat(RecordBody.read(JobList.class, records(OURS + "/jobs")).jobs())
                .extracting(it -> it.job())
                .containsExactly(job.id());
        assertThat(RecordBody.read(JobDetails.class, records(path)).vertices()).hasSize(2);
        assertThat(changes(path, 0)).extracting(StateChange::sequence).containsExactly(1L, 2L);
        assertThat(server.records(path + "/changes?after=2&wait=20").statusCode()).isEqualTo(204);
        assertThat(server.records(path + "/result?wait=20").statusCode()).isEqualTo(204);
        assertThat(
                        RecordBody.read(
                                        CollectedResults.class,
                                        records(path + "/collected?collect=id&offset=5"))
                                .offset())
                .isEqualTo(5);

        job.finish(List.of());
        assertThat(changes(path, 2)).extracting(StateChange::state).containsExactly("FINISHED");
        assertThat(changes(path, 3)).isEmpty();
        assertThat(RecordBody.read(JobResult.class, records(path + "/result")))
                .isInstanceOf(JobResult.JobResultSuccess.class);
    }

    @Test
    void shouldAskTheDispatcherOnceHoweverManyPollsWait() throws Exception {
        FakeJob job = server.dispatcher.run(SampleJobs.pipeline(1, "words"));
        for (int i = 0; i < 5; i++) {
            String path = OURS + "/jobs/" + job.id() + "/changes?after=2&wait=5";
            assertThat(server.records(path).statusCode()).isEqualTo(204);
        }
        assertThat(job.waitingForChanges()).isEqualTo(1);
    }

    @Test
    void shouldRefuseQuestionsThatMakeNoSense() throws Exception {
        FakeJob job = server.dispatcher.run(SampleJobs.pipeline(1, "words"));
        String path = OURS + "/jobs/" + job.id();
        for (String query :
                List.of(
                        "/changes?after=-1",
                        "/changes?after=x",
                        "/changes?wait=30001",
                        "/result?wait=99999999999999999999",
                        "/collected",
                        "/collected?collect=id&offset=-1")) {
            assertThat(server.records(path + query).statusCode()).as(query).isEqualTo(400);
        }
        String other = OURS + "/jobs/" + new JobID(7, 7);
        for (String query : List.of("", "/changes", "/result", "/collected?collect=id")) {
            assertThat(server.records(other + query).statusCode()).as(query).isEqualTo(404);
        }
    }

    @Test
    void shouldPassAJarOnOnceItsHashIsRight() throws Exception {
        byte[] jar = jar(2_500_000);
        BlobKey key = new BlobKey(hash(jar), jar.length);

        assertThat(present(key)).isEqualTo("{\"present\":false}");
        assertThat(put(key, jar).statusCode()).isEqualTo(201);
        assertThat(present(key)).isEqualTo("{\"present\":true}");
        assertThat(server.dispatcher.blob(key)).isEqualTo(jar);
        assertThat(leftovers()).isEmpty();
    }

    @Test
    void shouldRefuseJarsThatAreNotWhatTheyAreCalled() throws Exception {
        byte[] jar = jar(1_000);
        BlobKey wrongHash = new BlobKey("0".repeat(64), jar.length);
        BlobKey wrongSize = new BlobKey(hash(jar), jar.length + 1);
        assertRefused(422, put(wrongHash, jar), "altered on its way");
        assertRefused(422, put(wrongSize, jar), "altered on its way");
        assertRefused(400, put(new BlobKey("../../etc", jar.length), jar), "");
        assertRefused(400, put(new BlobKey("A".repeat(64), jar.length), jar), "SHA-256");
        assertRefused(413, put(new BlobKey(hash(jar), 1L << 40), jar), "max-content-length");
        assertThat(server.dispatcher.blob(wrongHash)).isEmpty();
        assertThat(leftovers()).isEmpty();
    }

    private HttpResponse<String> submit(byte[] body, String version, String contentType)
            throws Exception {
        return server.send(
                server.request("/v1/jobs")
                        .header(RestProtocol.VERSION_HEADER, version)
                        .header("Content-Type", contentType)
                        .POST(BodyPublishers.ofByteArray(body))
                        .build());
    }

    private static byte[] graphBody(JobGraph graph) {
        return RecordBody.write(JobGraph.class, graph);
    }

    private byte[] records(String path) throws Exception {
        HttpResponse<byte[]> answer = server.records(path);
        assertThat(answer.statusCode())
                .as(new String(answer.body(), StandardCharsets.UTF_8))
                .isEqualTo(200);
        return answer.body();
    }

    private List<StateChange> changes(String path, long after) throws Exception {
        return RecordBody.read(
                        StateChangeList.class, records(path + "/changes?wait=20000&after=" + after))
                .changes();
    }

    private String present(BlobKey key) throws Exception {
        return server.get(OURS + "/blobs/" + key.sha256() + "?size=" + key.sizeBytes()).body();
    }

    private HttpResponse<String> put(BlobKey key, byte[] content) throws Exception {
        String name = key.sha256().replace("/", "%2F");
        return server.send(
                server.request(OURS + "/blobs/" + name + "?size=" + key.sizeBytes())
                        .PUT(BodyPublishers.ofByteArray(content))
                        .build());
    }

    private List<Path> leftovers() throws Exception {
        try (Stream<Path> files = Files.list(server.jars())) {
            return files.toList();
        }
    }

    private static void assertRefused(int status, HttpResponse<String> answer, String why) {
        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(status);
        assertThat(answer.body()).startsWith("{\"errors\":[\"").contains(why);
    }

    private static byte[] jar(int contentBytes) throws Exception {
        byte[] content = new byte[contentBytes];
        new Random(1).nextBytes(content);
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (ZipOutputStream zip = new ZipOutputStream(bytes)) {
            zip.putNextEntry(new ZipEntry("a/B.class"));
            zip.write(content);
            zip.closeEntry();
        }
        return bytes.toByteArray();
    }

    private static String hash(byte[] content) throws Exception {
        return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(content));
    }
}
