package dev.millstream.rest.jar;

import dev.millstream.api.common.JobID;
import dev.millstream.rest.access.ProgramLauncher;
import dev.millstream.rest.access.ProgramRun;
import dev.millstream.rest.json.JsonObject;
import dev.millstream.rest.route.Answer;
import dev.millstream.rest.route.Bodies;
import dev.millstream.rest.route.Method;
import dev.millstream.rest.route.Permission;
import dev.millstream.rest.route.Request;
import dev.millstream.rest.route.Request.FormFile;
import dev.millstream.rest.route.RestException;
import dev.millstream.rest.route.Route;
import dev.millstream.rpc.error.Failures;
import java.io.IOException;
import java.io.InputStream;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.stream.Stream;

/** Uploads jars, and runs programs in them, in processes of their own. Thread-safe. */
public final class JarRoutes {
    private static final String FIELD = "jarfile";
    private static final int UNPROCESSABLE = 422;
    private static final int TIMEOUT = 504;

    private final JarStaging staging;
    private final JarStore store;
    private final ProgramLauncher launcher;
    private final Duration startTimeout;

    /**
     * @param startTimeout within which a program must submit its job
     */
    public JarRoutes(
            JarStaging staging, JarStore store, ProgramLauncher launcher, Duration startTimeout) {
        this.staging = staging;
        this.store = store;
        this.launcher = launcher;
        this.startTimeout = startTimeout;
    }

    public List<Route> routes() {
        return Stream.of(
                        Route.versioned(Method.GET, "/jars", Permission.READ, _ -> list()),
                        Route.versioned(
                                Method.POST, "/jars/upload", Permission.CHANGE, this::upload),
                        Route.versioned(
                                Method.DELETE, "/jars/{jarid}", Permission.CHANGE, this::delete),
                        Route.versioned(
                                Method.POST, "/jars/{jarid}/run", Permission.CHANGE, this::run))
                .flatMap(List::stream)
                .toList();
    }

    private Answer list() {
        List<StoredJar> jars = store.list();
        return Answer.json(json -> json.objects("files", jars, JarRoutes::describe));
    }

    private static void describe(JsonObject json, StoredJar jar) {
        json.put("id", jar.id());
        json.put("name", jar.name());
        json.put("size", jar.sizeBytes());
        json.put("uploaded", jar.uploadedMs());
        json.objects(
                "entry",
                jar.entryClass().stream().toList(),
                (it, name) -> it.put("name", name).putNull("description"));
    }

    /** Takes a form with the file, or the file alone as the body. */
    private Answer upload(Request request) throws IOException {
        boolean form =
                request.header("Content-Type")
                        .filter(it -> it.startsWith("multipart/form-data"))
                        .isPresent();
        StoredJar stored = form ? uploadForm(request) : uploadBody(request);
        return Answer.json(json ->
                json.put("filename", stored.id()).put("status", "success").put("id", stored.id()));
    }

    private StoredJar uploadForm(Request request) throws IOException {
        FormFile file =
                request.formFile(FIELD)
                        .orElseThrow(() ->
                                RestException.badRequest(
                                        "The form has no file in the field '" + FIELD + "'"));
        try (InputStream content = file.content()) {
            return store.keep(staging.stage(content, -1), file.name());
        }
    }

    private StoredJar uploadBody(Request request) throws IOException {
        try (InputStream content = request.body()) {
            return store.keep(
                    staging.stage(content, request.contentLength()),
                    request.query("name").orElse(""));
        }
    }

    private Answer delete(Request request) throws IOException {
        store.delete(jar(request));
        return Answer.json(_ -> {});
    }

    private Answer run(Request request) throws IOException, InterruptedException {
        StoredJar jar = jar(request);
        RunRequest run = RunRequest.parse(Bodies.read(request, RunRequest.MAX_BYTES));
        CompletableFuture<JobID> launched =
                launcher.launch(
                        new ProgramRun(
                                jar.file(),
                                jar.name(),
                                run.entryClass().or(jar::entryClass),
                                run.arguments(),
                                run.parallelism(),
                                run.configuration()));
        JobID job = await(launched, jar);
        return Answer.json(json -> json.put("jobid", job.toHexString()));
    }

    private JobID await(CompletableFuture<JobID> launched, StoredJar jar)
            throws InterruptedException {
        try {
            return launched.get(startTimeout.toMillis(), TimeUnit.MILLISECONDS);
        } catch (TimeoutException e) {
            launched.cancel(true);
            throw new RestException(
                    TIMEOUT,
                    "The program in "
                            + jar.name()
                            + " has submitted no job within "
                            + startTimeout.toSeconds()
                            + " s (rest.program-start-timeout), and was ended");
        } catch (ExecutionException e) {
            Throwable cause = Failures.unwrapped(e);
            if (cause instanceof RestException refusal) {
                throw refusal;
            }
            throw new RestException(
                    UNPROCESSABLE,
                    "The program in " + jar.name() + " submitted no job: " + cause.getMessage());
        }
    }

    private StoredJar jar(Request request) {
        return store.find(request.pathParameter("jarid"))
                .orElseThrow(() ->
                        RestException.notFound(
                                "There is no jar of this id; GET /v1/jars lists them"));
    }
}
