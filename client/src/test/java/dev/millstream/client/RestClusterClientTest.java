package dev.millstream.client;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowable;

import com.sun.net.httpserver.HttpServer;
import dev.millstream.api.common.JobExecutionResult;
import dev.millstream.api.common.JobStatus;
import dev.millstream.client.http.ClusterUnreachableException;
import dev.millstream.client.http.RequestRefusedException;
import dev.millstream.client.http.RestAddress;
import dev.millstream.client.http.RetryPolicy;
import dev.millstream.core.execution.CollectedRecords;
import dev.millstream.core.execution.JobClient;
import dev.millstream.core.execution.JobExecutionException;
import dev.millstream.graph.job.BlobKey;
import dev.millstream.graph.job.Bytes;
import dev.millstream.protocol.dispatcher.SubmitJob;
import dev.millstream.protocol.job.JobDetails;
import dev.millstream.protocol.job.JobResult;
import dev.millstream.protocol.rest.Token;
import dev.millstream.protocol.task.AccumulatorSnapshot;
import dev.millstream.protocol.task.AccumulatorValue;
import dev.millstream.protocol.task.Acknowledge;
import dev.millstream.protocol.task.FailureInfo;
import dev.millstream.protocol.taskexecutor.CollectedResults;
import dev.millstream.rpc.error.RpcException;
import java.io.ByteArrayOutputStream;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class RestClusterClientTest {
    private static final ClassLoader LOADER = RestClusterClientTest.class.getClassLoader();
    private static final JobResult SUCCESS =
            new JobResult.JobResultSuccess(
                    TestCluster.JOB,
                    1_500,
                    List.of(new AccumulatorSnapshot("words", new AccumulatorValue.LongSum(42))));

    @TempDir private Path directory;

    private TestCluster cluster;
    private RestClusterClient client;

    @BeforeEach
    void start() throws Exception {
        cluster = new TestCluster(directory);
        client = cluster.client();
    }

    @AfterEach
    void stop() {
        client.close();
        cluster.close();
    }

    @Test
    void shouldSubmitAJobAndFollowItToItsResult() throws Exception {
        cluster.endsWith(SUCCESS, "FINISHED");
        List<String> told = new ArrayList<>();

        JobClient job =
                await(
                        client.submit(
                                TestCluster.graph(),
                                List.of(),
                                LOADER,
                                Optional.of((_, change) -> told.add(change.state()))));
        JobExecutionResult result = await(job.getJobExecutionResult());

        assertThat(job.getJobID()).isEqualTo(TestCluster.JOB);
        assertThat(cluster.submitted()).isEqualTo(TestCluster.graph());
        assertThat(cluster.dispatcher.calls("submitJob").getFirst().getFirst())
                .isInstanceOf(SubmitJob.SubmitJobWait.class);
        assertThat(result.getNetRuntime()).isEqualTo(1_500);
        assertThat((Long) result.getAccumulatorResult("words")).isEqualTo(42);
        assertThat(told).containsExactly("RUNNING", "FINISHED");
        assertThat(await(job.getJobStatus())).isEqualTo(JobStatus.FINISHED);
        assertThat(await(job.getAccumulators())).containsEntry("words", 42L);
    }

    @Test
    void shouldUploadJarsThatAreNotThereOnce() throws Exception {
        cluster.endsWith(SUCCESS, "FINISHED");
        ByteArrayOutputStream arrived = new ByteArrayOutputStream();
        cluster.dispatcher.on(
                "hasBlob", _ -> CompletableFuture.completedFuture(arrived.size() > 0));
        cluster.dispatcher.on(
                "writeBlob",
                arguments -> {
                    assertThat((Long) arguments.get(1)).isEqualTo(arrived.size());
                    arrived.writeBytes(((Bytes) arguments.get(2)).array());
                    return CompletableFuture.completedFuture(Acknowledge.INSTANCE);
                });
        Path jar = jar(2_000_000);

        for (int i = 0; i < 2; i++) {
            var _ = await(client.submitDetached(TestCluster.graph(), List.of(jar.toString())));
        }

        assertThat(arrived.toByteArray()).isEqualTo(Files.readAllBytes(jar));
        assertThat(cluster.submitted().jars())
                .extracting(BlobKey::sizeBytes)
                .containsExactly(Files.size(jar));
        assertThat(cluster.dispatcher.calls("submitJob").getLast().getFirst())
                .isInstanceOf(SubmitJob.SubmitJobDetached.class);
    }

    @Test
    void shouldFailWithTheUsersExceptionWhenTheJobFails() throws Exception {
        cluster.endsWith(
                new JobResult.JobResultFailure(
                        TestCluster.JOB,
                        9,
                        List.of(),
                        new FailureInfo(
                                "map (1/2) on tm-1 failed: boom",
                                "java.lang.IllegalStateException",
                                "java.lang.IllegalStateException: boom\n\tat a.B.c(B.java:3)",
                                true,
                                "map (1/2) on tm-1",
                                false)),
                "FAILED");
        JobClient job = submit();

        assertThat(failure(job.getJobExecutionResult()))
                .isInstanceOfSatisfying(
                        JobExecutionException.class,
                        it -> {
                            assertThat(it).hasMessage("map (1/2) on tm-1 failed: boom");
                            assertThat(it.getStatus()).isEqualTo(JobStatus.FAILED);
                            assertThat(it.getCause())
                                    .hasToString("java.lang.IllegalStateException: boom");
                        });
    }

    @Test
    void shouldCancelAndListAndDescribe() throws Exception {
        JobDetails details = new JobDetails(TestCluster.overview(), List.of(), List.of());
        cluster.dispatcher.answer("cancelJob", Acknowledge.INSTANCE);
        cluster.dispatcher.answer("listJobs", List.of(TestCluster.overview()));
        cluster.dispatcher.answer("requestJobDetails", details);

        assertThat(await(client.listJobs())).containsExactly(TestCluster.overview());
        assertThat(await(client.details(TestCluster.JOB))).isEqualTo(details);
        assertThat(await(client.get("/jobs"))).contains("\"status\":\"RUNNING\"");
        var _ = client.cancel(TestCluster.JOB).get(60, TimeUnit.SECONDS);
        assertThat(cluster.dispatcher.calls("cancelJob")).hasSize(1);
    }

    @Test
    void shouldFetchWhatAJobCollects() throws Exception {
        cluster.endsWith(SUCCESS, "FINISHED");
        cluster.dispatcher.on("requestJobResult", _ -> new CompletableFuture<>());
        cluster.dispatcher.on("requestStateChanges", _ -> new CompletableFuture<>());
        cluster.dispatcher.answer(
                "fetchCollected",
                new CollectedResults(3, List.of(Bytes.owning(new byte[] {1, 2})), true, 0));

        CollectedRecords records = await(submit().fetchCollected("id with spaces & more", 3));

        assertThat(records.records()).containsExactly(new byte[] {1, 2});
        assertThat(records.finished()).isTrue();
        assertThat(cluster.dispatcher.calls("fetchCollected").getFirst())
                .contains("id with spaces & more", 3L);
    }

    @Test
    void shouldSayThatTheTokenIsRefused() {
        try (RestClusterClient stranger = cluster.client(Token.of("another-token-0123456789"))) {
            assertThat(failure(stranger.listJobs()))
                    .isInstanceOfSatisfying(
                            RequestRefusedException.class,
                            it -> assertThat(it.isUnauthorized()).isTrue())
                    .hasMessageContaining("security.token-file");
        }
        assertThat(cluster.dispatcher.calls("listJobs")).isEmpty();
    }

    @Test
    void shouldTellTheClustersReasonWhenItRefuses() {
        cluster.dispatcher.answer("listJobs", List.of());
        cluster.dispatcher.on(
                "requestJobDetails",
                _ ->
                        CompletableFuture.failedFuture(
                                new RpcException("There is no job " + TestCluster.JOB)));
        assertThat(failure(client.details(TestCluster.JOB)))
                .isInstanceOfSatisfying(
                        RequestRefusedException.class, it -> assertThat(it.isNotFound()).isTrue())
                .hasMessage("There is no job " + TestCluster.JOB);
    }

    @Test
    void shouldSayThatNobodyListens() throws Exception {
        int port;
        try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            port = socket.getLocalPort();
        }
        try (RestClusterClient lost = client(port)) {
            assertThat(failure(lost.listJobs()))
                    .isInstanceOf(ClusterUnreachableException.class)
                    .hasMessageContaining("127.0.0.1:" + port)
                    .hasMessageContaining("nobody listens there")
                    .hasMessageContaining("millstream cluster start");
        }
    }

    @Test
    void shouldNotTakeAnotherServerForAJobManager() throws Exception {
        HttpServer other =
                HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 1);
        other.createContext(
                "/",
                exchange -> {
                    byte[] page = "<html>hello</html>".getBytes(StandardCharsets.UTF_8);
                    exchange.getResponseHeaders().set("Content-Type", "text/html");
                    exchange.sendResponseHeaders(200, page.length);
                    exchange.getResponseBody().write(page);
                    exchange.close();
                });
        other.start();
        try (RestClusterClient misled = client(other.getAddress().getPort())) {
            assertThat(failure(misled.listJobs()))
                    .isInstanceOf(RequestRefusedException.class)
                    .hasMessageContaining("text/html");
        } finally {
            other.stop(0);
        }
    }

    @Test
    void shouldFailWhatWaitsWhenTheClusterDies() throws Exception {
        cluster.endsWith(SUCCESS, "FINISHED");
        CompletableFuture<Void> asked = new CompletableFuture<>();
        cluster.dispatcher.on("requestStateChanges", _ -> new CompletableFuture<>());
        cluster.dispatcher.on(
                "requestJobResult",
                _ -> {
                    asked.complete(null);
                    return new CompletableFuture<>();
                });
        JobClient job = submit();
        CompletableFuture<CollectedRecords> collected = job.fetchCollected("id", 0);
        var _ = asked.get(60, TimeUnit.SECONDS);

        cluster.close();

        assertThat(failure(job.getJobExecutionResult()))
                .isInstanceOfAny(ClusterUnreachableException.class, RequestRefusedException.class);
        assertThat(failure(collected)).isNotNull();
        assertThat(failure(job.cancel())).isNotNull();
    }

    @Test
    void shouldFailWhatWaitsWhenItIsClosed() throws Exception {
        cluster.endsWith(SUCCESS, "FINISHED");
        CompletableFuture<Void> asked = new CompletableFuture<>();
        cluster.dispatcher.on(
                "requestJobResult",
                _ -> {
                    asked.complete(null);
                    return new CompletableFuture<>();
                });
        JobClient job = submit();
        var _ = asked.get(60, TimeUnit.SECONDS);
        client.close();
        assertThat(failure(job.getJobExecutionResult()))
                .isInstanceOf(ClusterUnreachableException.class);
    }

    private JobClient submit() throws Exception {
        return await(client.submit(TestCluster.graph(), List.of(), LOADER, Optional.empty()));
    }

    private static RestClusterClient client(int port) {
        return new RestClusterClient(
                new RestAddress("127.0.0.1", port),
                TestCluster.TOKEN,
                new RetryPolicy(3, Duration.ofMillis(10)));
    }

    private static <T> T await(CompletableFuture<T> future) throws Exception {
        return future.get(60, TimeUnit.SECONDS);
    }

    private static Throwable failure(CompletableFuture<?> future) {
        Throwable failure = catchThrowable(() -> future.get(60, TimeUnit.SECONDS));
        while (failure.getCause() != null
                && (failure instanceof ExecutionException
                        || failure instanceof CompletionException)) {
            failure = failure.getCause();
        }
        return failure;
    }

    private Path jar(int size) throws Exception {
        Path jar = directory.resolve("program.jar");
        byte[] content = new byte[size];
        new Random(1).nextBytes(content);
        try (ZipOutputStream zip = new ZipOutputStream(Files.newOutputStream(jar))) {
            zip.putNextEntry(new ZipEntry("a/B.class"));
            zip.write(content);
            zip.closeEntry();
        }
        return jar;
    }
}
