package dev.millstream.rest.session;

import dev.millstream.api.common.JobID;
import dev.millstream.graph.job.JobGraph;
import dev.millstream.protocol.dispatcher.SubmitJob;
import dev.millstream.protocol.rest.RestProtocol;
import dev.millstream.rest.access.DispatcherCalls;
import dev.millstream.rest.route.Answer;
import dev.millstream.rest.route.Method;
import dev.millstream.rest.route.Permission;
import dev.millstream.rest.route.Request;
import dev.millstream.rest.route.RestException;
import dev.millstream.rest.route.Route;
import java.io.IOException;
import java.util.List;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;

/** Takes JobGraphs in. A few at a time, as they are held in memory. Thread-safe. */
public final class SubmissionRoutes {
    private static final int MAX_GRAPH_BYTES = 64 << 20;
    private static final int MAX_AT_A_TIME = 2;
    private static final long PATIENCE_S = 10;
    private static final int ACCEPTED = 202;

    private final DispatcherCalls dispatcher;
    private final Semaphore submissions = new Semaphore(MAX_AT_A_TIME);

    public SubmissionRoutes(DispatcherCalls dispatcher) {
        this.dispatcher = dispatcher;
    }

    public List<Route> routes() {
        return Route.versioned(
                Method.POST,
                "/jobs",
                Permission.CHANGE,
                RecordRequests.ofThisVersion(this::submit));
    }

    private Answer submit(Request request) throws IOException, InterruptedException {
        if (!submissions.tryAcquire(PATIENCE_S, TimeUnit.SECONDS)) {
            throw RestException.unavailable(
                    "Other jobs are being submitted; try again in a moment");
        }
        try {
            JobID job =
                    submit(
                            RecordRequests.read(request, JobGraph.class, MAX_GRAPH_BYTES),
                            mode(request));
            return Answer.json(
                    ACCEPTED, json -> json.put("jobUrl", RestProtocol.PREFIX + "/jobs/" + job));
        } finally {
            submissions.release();
        }
    }

    private JobID submit(JobGraph graph, String mode) throws InterruptedException {
        SubmitJob submission =
                switch (mode) {
                    case "attached" -> new SubmitJob.SubmitJobWait(graph);
                    case "detached" -> new SubmitJob.SubmitJobDetached(graph);
                    default ->
                            throw RestException.badRequest(
                                    "A job is submitted with mode=attached or mode=detached");
                };
        var _ = dispatcher.ask(it -> it.submitJob(submission));
        return graph.jobId();
    }

    private static String mode(Request request) {
        return request.query("mode").orElse("attached");
    }
}
