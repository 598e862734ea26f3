package dev.millstream.rest.job;

import dev.millstream.api.common.JobID;
import dev.millstream.graph.job.JobGraph;
import dev.millstream.graph.plan.PlanJson;
import dev.millstream.protocol.job.JobDetails;
import dev.millstream.protocol.job.JobHistory;
import dev.millstream.protocol.job.JobResult;
import dev.millstream.rest.access.DispatcherCalls;
import dev.millstream.rest.access.Ids;
import dev.millstream.rest.access.PendingAnswers;
import dev.millstream.rest.access.Redaction;
import dev.millstream.rest.route.Answer;
import dev.millstream.rest.route.Method;
import dev.millstream.rest.route.Permission;
import dev.millstream.rest.route.Request;
import dev.millstream.rest.route.RestException;
import dev.millstream.rest.route.Route;
import dev.millstream.rest.route.RouteAction;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/** Jobs: lists, details, results; and their cancellation. Thread-safe. */
public final class JobRoutes {
    private static final int ACCEPTED = 202;

    private final DispatcherCalls dispatcher;
    private final PendingAnswers pending;
    private final Redaction redaction;
    private final JobListing listing;

    public JobRoutes(DispatcherCalls dispatcher, PendingAnswers pending, Redaction redaction) {
        this.dispatcher = dispatcher;
        this.pending = pending;
        this.redaction = redaction;
        this.listing = new JobListing(dispatcher);
    }

    public List<Route> routes() {
        return Stream.of(
                        get("/jobs", _ -> jobs()),
                        get("/jobs/overview", _ -> overview()),
                        get("/jobs/{jobid}", this::details),
                        get("/jobs/{jobid}/vertices/{vertexid}", this::vertex),
                        get("/jobs/{jobid}/exceptions", this::exceptions),
                        get("/jobs/{jobid}/plan", this::plan),
                        get("/jobs/{jobid}/config", this::config),
                        get("/jobs/{jobid}/accumulators", this::accumulators),
                        get("/jobs/{jobid}/execution-result", this::result),
                        Route.versioned(
                                Method.PATCH, "/jobs/{jobid}", Permission.CHANGE, this::cancel))
                .flatMap(List::stream)
                .toList();
    }

    private static List<Route> get(String path, RouteAction action) {
        return Route.versioned(Method.GET, path, Permission.READ, action);
    }

    private Answer jobs() throws InterruptedException {
        var jobs = listing.jobs();
        return Answer.json(json ->
                json.objects(
                        "jobs",
                        jobs,
                        (it, job) ->
                                it.put("id", job.job().toHexString())
                                        .put("status", job.status().name())));
    }

    private Answer overview() throws InterruptedException {
        var entries = listing.entries();
        long nowMs = System.currentTimeMillis();
        return Answer.json(
                json -> json.objects("jobs", entries, (it, entry) -> entry.write(it, nowMs)));
    }

    private Answer details(Request request) throws InterruptedException {
        JobID job = Ids.job(request);
        var details = dispatcher.start(it -> it.requestJobDetails(job));
        var history = dispatcher.start(it -> it.requestJobHistory(job));
        JobGraph graph = graph(job);
        JobDetails found = dispatcher.await(details);
        JobHistory went = dispatcher.await(history);
        long nowMs = System.currentTimeMillis();
        return Answer.json(json -> JobDescription.write(json, found, graph, went, nowMs));
    }

    private Answer vertex(Request request) throws InterruptedException {
        JobID job = Ids.job(request);
        String id = request.pathParameter("vertexid");
        JobDetails details = dispatcher.askAbout(job, it -> it.requestJobDetails(job));
        JobDetails.VertexDetails vertex =
                details.vertices().stream()
                        .filter(it -> it.id().toString().equals(id))
                        .findFirst()
                        .orElseThrow(() ->
                                RestException.notFound(
                                        "Job "
                                                + job
                                                + " has no such vertex; GET /v1/jobs/"
                                                + job
                                                + " lists its vertices"));
        JobGraph graph = graph(job);
        long nowMs = System.currentTimeMillis();
        return Answer.json(json -> JobDescription.writeVertex(json, vertex, graph, nowMs));
    }

    private Answer exceptions(Request request) throws InterruptedException {
        JobID job = Ids.job(request);
        JobHistory history = dispatcher.askAbout(job, it -> it.requestJobHistory(job));
        return Answer.json(json -> JobOutcome.failures(json, history));
    }

    private Answer plan(Request request) throws InterruptedException {
        JobGraph graph = graph(Ids.job(request));
        return Answer.json(json -> json.putJson("plan", PlanJson.of(graph)));
    }

    private Answer config(Request request) throws InterruptedException {
        JobGraph graph = graph(Ids.job(request));
        Map<String, String> shown = redaction.of(graph.configuration());
        return Answer.json(json -> {
            json.put("jid", graph.jobId().toHexString());
            json.put("name", graph.name());
            json.object(
                    "execution-config",
                    it -> {
                        it.put("execution-mode", graph.batch() ? "BATCH" : "STREAMING");
                        it.texts("user-config", shown);
                    });
        });
    }

    private Answer accumulators(Request request) throws InterruptedException {
        Optional<JobResult> result = resultNow(Ids.job(request));
        return Answer.json(json ->
                JobOutcome.accumulators(
                        json, result.map(JobResult::accumulators).orElseGet(List::of)));
    }

    private Answer result(Request request) throws InterruptedException {
        Optional<JobResult> result = resultNow(Ids.job(request));
        return Answer.json(json -> JobOutcome.result(json, result));
    }

    private Optional<JobResult> resultNow(JobID job) throws InterruptedException {
        JobDetails details = dispatcher.askAbout(job, it -> it.requestJobDetails(job));
        return details.overview().status().isGloballyTerminalState()
                ? pending.result(job, PendingAnswers.SHORT_WAIT_MS)
                : Optional.empty();
    }

    private Answer cancel(Request request) throws InterruptedException {
        JobID job = Ids.job(request);
        String mode = request.query("mode").orElse("cancel");
        if (!mode.equals("cancel")) {
            throw RestException.badRequest(
                    "A job can be ended with mode=cancel only; stopping with a savepoint is not"
                            + " there");
        }
        var _ = dispatcher.askAbout(job, it -> it.cancelJob(job));
        return Answer.json(ACCEPTED, _ -> {});
    }

    private JobGraph graph(JobID job) throws InterruptedException {
        return dispatcher.askAbout(job, it -> it.requestJobGraph(job));
    }
}
