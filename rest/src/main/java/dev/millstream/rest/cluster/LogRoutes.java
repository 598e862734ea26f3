package dev.millstream.rest.cluster;

import dev.millstream.rest.access.JobManagerAccess;
import dev.millstream.rest.route.Answer;
import dev.millstream.rest.route.Method;
import dev.millstream.rest.route.Permission;
import dev.millstream.rest.route.Request;
import dev.millstream.rest.route.RestException;
import dev.millstream.rest.route.Route;
import dev.millstream.rest.route.RouteAction;
import java.io.IOException;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * The logs of the JobManager, and of the TaskManagers that it has started, which write beside it.
 * Whole or in part, by the header {@code Range}. Thread-safe.
 */
public final class LogRoutes {
    /** Who wants more asks for parts. */
    private static final long MAX_BYTES = 64 << 20;

    private static final String ALL = "";
    private static final String JOB_MANAGER = "jobmanager";
    private static final String LOG = ".log";
    private static final String OUTPUT = ".out";

    private final JobManagerAccess jobManager;
    private final LogFiles files;

    public LogRoutes(JobManagerAccess jobManager) {
        this.jobManager = jobManager;
        this.files = new LogFiles(jobManager.logDirectory());
    }

    public List<Route> routes() {
        return Stream.of(
                        get("/jobmanager/logs", _ -> list(ALL)),
                        get("/jobmanager/logs/{name}", it -> file(it, ALL, name(it))),
                        get("/jobmanager/log", it -> file(it, ALL, JOB_MANAGER + LOG)),
                        get("/jobmanager/stdout", it -> file(it, ALL, JOB_MANAGER + OUTPUT)),
                        get("/taskmanagers/{taskmanagerid}/logs", it -> list(prefix(it))),
                        get(
                                "/taskmanagers/{taskmanagerid}/logs/{name}",
                                it -> file(it, prefix(it), name(it))),
                        get("/taskmanagers/{taskmanagerid}/log", it -> ofTaskManager(it, LOG)),
                        get(
                                "/taskmanagers/{taskmanagerid}/stdout",
                                it -> ofTaskManager(it, OUTPUT)))
                .flatMap(List::stream)
                .toList();
    }

    private static List<Route> get(String path, RouteAction action) {
        return Route.versioned(Method.GET, path, Permission.READ, action);
    }

    private static String name(Request request) {
        return request.pathParameter("name");
    }

    private String process(Request request) {
        return jobManager.logName(request.pathParameter("taskmanagerid"));
    }

    private String prefix(Request request) {
        return process(request) + ".";
    }

    private Answer list(String prefix) throws IOException {
        List<LogFiles.LogFile> found = files.list(prefix);
        return Answer.json(json ->
                json.objects(
                        "logs",
                        found,
                        (it, file) ->
                                it.put("name", file.name())
                                        .put("size", file.sizeBytes())
                                        .put("mtime", file.modifiedMs())));
    }

    private Answer ofTaskManager(Request request, String suffix) throws IOException {
        return file(request, prefix(request), process(request) + suffix);
    }

    private Answer file(Request request, String prefix, String name) throws IOException {
        LogSection log =
                files.open(
                        prefix,
                        name,
                        "There is no log file of this name here; GET /v1/jobmanager/logs lists"
                                + " them. A TaskManager that was started by hand logs where it was"
                                + " started");
        try {
            return part(log, request.header("Range"));
        } catch (RestException e) {
            log.close();
            throw e;
        }
    }

    private static Answer part(LogSection log, Optional<String> range) {
        long sizeBytes = log.fileBytes();
        if (range.isPresent()) {
            ByteRange part = ByteRange.parse(range.get(), sizeBytes);
            long to = Math.min(part.to(), part.from() + MAX_BYTES);
            ByteRange bounded = new ByteRange(part.from(), to);
            return Answer.partOfText(log.between(part.from(), to), bounded.of(sizeBytes));
        }
        if (sizeBytes > MAX_BYTES) {
            throw RestException.tooLarge(
                    "The log has "
                            + sizeBytes
                            + " bytes; ask for a part with the header Range, such as 'Range:"
                            + " bytes=-1000000'");
        }
        return Answer.text(log);
    }
}
