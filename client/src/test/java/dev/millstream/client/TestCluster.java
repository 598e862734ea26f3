package dev.millstream.client;

import dev.millstream.api.common.JobID;
import dev.millstream.api.common.JobStatus;
import dev.millstream.client.http.RestAddress;
import dev.millstream.client.http.RetryPolicy;
import dev.millstream.configuration.Configuration;
import dev.millstream.graph.job.JobGraph;
import dev.millstream.protocol.dispatcher.DispatcherGateway;
import dev.millstream.protocol.dispatcher.SubmitJob;
import dev.millstream.protocol.job.JobOverview;
import dev.millstream.protocol.job.JobResult;
import dev.millstream.protocol.job.StateChange;
import dev.millstream.protocol.rest.RestOptions;
import dev.millstream.protocol.rest.Token;
import dev.millstream.protocol.task.Acknowledge;
import dev.millstream.rest.RestServer;
import dev.millstream.rest.RestStartException;
import dev.millstream.rest.access.JobManagerAccess;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;

/** The real REST server before a scripted Dispatcher. */
final class TestCluster implements AutoCloseable {
    static final Token TOKEN = Token.of("right-token-0123456789abcdef");
    static final JobID JOB = new JobID(1, 2);

    final ScriptedDispatcher dispatcher = new ScriptedDispatcher();
    final RestServer server;

    TestCluster(Path directory) throws RestStartException {
        Configuration configuration = new Configuration().set(RestOptions.PORT, 0);
        server =
                RestServer.start(
                        configuration,
                        TOKEN,
                        new Access(configuration),
                        _ -> new CompletableFuture<>(),
                        directory.resolve("jars"));
    }

    private final class Access implements JobManagerAccess {
        private final Configuration configuration;

        Access(Configuration configuration) {
            this.configuration = configuration;
        }

        @Override
        public CompletableFuture<DispatcherGateway> dispatcher() {
            return CompletableFuture.completedFuture(dispatcher.gateway());
        }

        @Override
        public Configuration configuration() {
            return configuration;
        }

        @Override
        public Optional<Path> logDirectory() {
            return Optional.empty();
        }

        @Override
        public String logName(String taskManager) {
            return taskManager;
        }

        @Override
        public String version() {
            return "test";
        }
    }

    RestAddress address() {
        return new RestAddress("127.0.0.1", server.port());
    }

    RestClusterClient client() {
        return client(TOKEN);
    }

    /** One that gives up soon. */
    RestClusterClient client(Token token) {
        return new RestClusterClient(address(), token, new RetryPolicy(3, Duration.ofMillis(10)));
    }

    /** Lets a job be accepted and end at once, with this result. */
    void endsWith(JobResult result, String status) {
        dispatcher.answer("submitJob", Acknowledge.INSTANCE);
        dispatcher.answer("requestJobResult", result);
        dispatcher.on(
                "requestStateChanges",
                arguments ->
                        CompletableFuture.completedFuture(
                                (Long) arguments.get(1) == 0
                                        ? List.of(change(1, "RUNNING"), change(2, status))
                                        : List.of()));
    }

    private static StateChange change(long sequence, String state) {
        return new StateChange(sequence, 5, "job", state, Optional.empty());
    }

    JobGraph submitted() {
        return ((SubmitJob) dispatcher.calls("submitJob").getLast().getFirst()).jobGraph();
    }

    static JobOverview overview() {
        return new JobOverview(JOB, "words", JobStatus.RUNNING, 7, -1);
    }

    static JobGraph graph() {
        return new JobGraph(
                JOB, "words", true, List.of(), List.of(), Map.of("parallelism.default", "3"));
    }

    @Override
    public void close() {
        server.close();
    }
}
