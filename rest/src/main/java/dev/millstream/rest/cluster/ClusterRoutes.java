package dev.millstream.rest.cluster;

import dev.millstream.api.common.JobStatus;
import dev.millstream.protocol.dispatcher.DispatcherGateway;
import dev.millstream.protocol.job.JobOverview;
import dev.millstream.protocol.resourcemanager.TaskManagerInfo;
import dev.millstream.rest.access.DispatcherCalls;
import dev.millstream.rest.access.JobManagerAccess;
import dev.millstream.rest.access.Redaction;
import dev.millstream.rest.route.Answer;
import dev.millstream.rest.route.Method;
import dev.millstream.rest.route.Permission;
import dev.millstream.rest.route.Route;
import dev.millstream.rest.route.RouteAction;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.time.format.TextStyle;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Stream;

/** The cluster's overview, and the JobManager's configuration. Thread-safe. */
public final class ClusterRoutes {
    private static final int REFRESH_MS = 1_000;

    private final JobManagerAccess jobManager;
    private final DispatcherCalls dispatcher;
    private final Redaction redaction;

    public ClusterRoutes(
            JobManagerAccess jobManager, DispatcherCalls dispatcher, Redaction redaction) {
        this.jobManager = jobManager;
        this.dispatcher = dispatcher;
        this.redaction = redaction;
    }

    public List<Route> routes() {
        return Stream.of(
                        get("/overview", _ -> overview()),
                        get("/config", _ -> config()),
                        get("/jobmanager/config", _ -> jobManagerConfig()))
                .flatMap(List::stream)
                .toList();
    }

    private static List<Route> get(String path, RouteAction action) {
        return Route.versioned(Method.GET, path, Permission.READ, action);
    }

    private Answer overview() throws InterruptedException {
        var asked = dispatcher.start(DispatcherGateway::requestTaskManagers);
        List<JobOverview> jobs = dispatcher.ask(DispatcherGateway::listJobs);
        List<TaskManagerInfo> taskManagers = dispatcher.await(asked);
        return Answer.json(json -> {
            json.put("taskmanagers", taskManagers.size());
            json.put("slots-total", taskManagers.stream().mapToInt(TaskManagerInfo::slots).sum());
            json.put(
                    "slots-available",
                    taskManagers.stream().mapToInt(TaskManagerInfo::freeSlots).sum());
            json.put("jobs-running", count(jobs, List.of()));
            json.put("jobs-finished", count(jobs, List.of(JobStatus.FINISHED)));
            json.put("jobs-cancelled", count(jobs, List.of(JobStatus.CANCELED)));
            json.put("jobs-failed", count(jobs, List.of(JobStatus.FAILED)));
            json.put("millstream-version", jobManager.version());
        });
    }

    /** Jobs in one of the statuses; for none, those that have not ended. */
    private static long count(List<JobOverview> jobs, List<JobStatus> statuses) {
        return jobs.stream()
                .map(JobOverview::status)
                .filter(status ->
                        statuses.isEmpty()
                                ? !status.isGloballyTerminalState()
                                : statuses.contains(status))
                .count();
    }

    private Answer config() {
        ZoneId zone = ZoneId.systemDefault();
        long offsetMs = ZonedDateTime.now(zone).getOffset().getTotalSeconds() * 1_000L;
        return Answer.json(json -> {
            json.put("refresh-interval", REFRESH_MS);
            json.put("timezone-name", zone.getDisplayName(TextStyle.FULL, Locale.ROOT));
            json.put("timezone-offset", offsetMs);
            json.put("millstream-version", jobManager.version());
            json.object(
                    "features",
                    it -> {
                        it.put("web-submit", true);
                        it.put("web-cancel", true);
                        it.put("web-rescale", false);
                        it.put("web-history", false);
                    });
        });
    }

    /** An array, as others have it: the one answer that is no object. */
    private Answer jobManagerConfig() {
        Map<String, String> shown = redaction.of(jobManager.configuration().toMap());
        return Answer.jsonArray(
                shown.entrySet(),
                (it, entry) -> it.put("key", entry.getKey()).put("value", entry.getValue()));
    }
}
