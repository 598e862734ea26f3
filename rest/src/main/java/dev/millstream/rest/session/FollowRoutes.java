package dev.millstream.rest.session;

import dev.millstream.api.common.JobID;
import dev.millstream.protocol.dispatcher.DispatcherGateway;
import dev.millstream.protocol.job.JobDetails;
import dev.millstream.protocol.job.JobResult;
import dev.millstream.protocol.rest.JobList;
import dev.millstream.protocol.rest.RestProtocol;
import dev.millstream.protocol.rest.StateChangeList;
import dev.millstream.protocol.taskexecutor.CollectedResults;
import dev.millstream.rest.access.DispatcherCalls;
import dev.millstream.rest.access.Ids;
import dev.millstream.rest.access.PendingAnswers;
import dev.millstream.rest.route.Answer;
import dev.millstream.rest.route.Method;
import dev.millstream.rest.route.Permission;
import dev.millstream.rest.route.Request;
import dev.millstream.rest.route.RestException;
import dev.millstream.rest.route.Route;
import dev.millstream.rest.route.RouteAction;
import java.util.List;
import java.util.stream.Stream;

/** Lets our own client follow its jobs. Thread-safe. */
public final class FollowRoutes {
    private final DispatcherCalls dispatcher;
    private final PendingAnswers pending;

    public FollowRoutes(DispatcherCalls dispatcher, PendingAnswers pending) {
        this.dispatcher = dispatcher;
        this.pending = pending;
    }

    public List<Route> routes() {
        return Stream.of(
                        get("/jobs", _ -> jobs()),
                        get("/jobs/{jobid}", this::details),
                        get("/jobs/{jobid}/changes", this::changes),
                        get("/jobs/{jobid}/result", this::result),
                        get("/jobs/{jobid}/collected", this::collected))
                .flatMap(List::stream)
                .toList();
    }

    private static List<Route> get(String path, RouteAction action) {
        return Route.ours(Method.GET, path, Permission.READ, RecordRequests.ofThisVersion(action));
    }

    private Answer jobs() throws InterruptedException {
        JobList jobs = new JobList(dispatcher.ask(DispatcherGateway::listJobs));
        return Answer.record(JobList.class, jobs);
    }

    private Answer details(Request request) throws InterruptedException {
        JobID job = Ids.job(request);
        return Answer.record(
                JobDetails.class, dispatcher.askAbout(job, it -> it.requestJobDetails(job)));
    }

    /** Waits for a change; no content when there was none in time. */
    private Answer changes(Request request) throws InterruptedException {
        long after = Ids.number(request, "after", 0, Long.MAX_VALUE);
        return pending.changes(Ids.job(request), after, waitMs(request))
                .map(it -> Answer.record(StateChangeList.class, new StateChangeList(it)))
                .orElseGet(Answer::nothing);
    }

    /** Waits for the job's end; no content when it didn't come in time. */
    private Answer result(Request request) throws InterruptedException {
        return pending.result(Ids.job(request), waitMs(request))
                .map(it -> Answer.record(JobResult.class, it))
                .orElseGet(Answer::nothing);
    }

    private Answer collected(Request request) throws InterruptedException {
        JobID job = Ids.job(request);
        long offset = Ids.number(request, "offset", 0, Long.MAX_VALUE);
        String collectId =
                request.query("collect")
                        .orElseThrow(() ->
                                RestException.badRequest(
                                        "The parameter 'collect' must name what is collected"));
        return Answer.record(
                CollectedResults.class,
                dispatcher.askAbout(job, it -> it.fetchCollected(job, collectId, offset)));
    }

    private static long waitMs(Request request) {
        return Ids.number(request, "wait", 0, RestProtocol.MAX_WAIT_MS);
    }
}
