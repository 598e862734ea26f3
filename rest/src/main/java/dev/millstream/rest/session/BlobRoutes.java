package dev.millstream.rest.session;

import dev.millstream.graph.job.BlobKey;
import dev.millstream.graph.job.Bytes;
import dev.millstream.rest.access.DispatcherCalls;
import dev.millstream.rest.access.Ids;
import dev.millstream.rest.jar.JarStaging;
import dev.millstream.rest.jar.StagedJar;
import dev.millstream.rest.route.Answer;
import dev.millstream.rest.route.Method;
import dev.millstream.rest.route.Permission;
import dev.millstream.rest.route.Request;
import dev.millstream.rest.route.RestException;
import dev.millstream.rest.route.Route;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** Takes the jars of jobs in, by their SHA-256, and passes them on once checked. Thread-safe. */
public final class BlobRoutes {
    private static final int PIECE_BYTES = 1 << 20;
    private static final int CREATED = 201;
    private static final int CONFLICT = 409;
    private static final int UNPROCESSABLE = 422;
    private static final int SERVER_ERROR = 500;
    private static final Pattern SHA256 = Pattern.compile("[0-9a-f]{64}");

    private final DispatcherCalls dispatcher;
    private final JarStaging staging;

    public BlobRoutes(DispatcherCalls dispatcher, JarStaging staging) {
        this.dispatcher = dispatcher;
        this.staging = staging;
    }

    public List<Route> routes() {
        return Stream.of(
                        Route.ours(Method.GET, "/blobs/{sha256}", Permission.READ, this::isThere),
                        Route.ours(Method.PUT, "/blobs/{sha256}", Permission.CHANGE, this::put))
                .flatMap(List::stream)
                .toList();
    }

    /** Whether a jar is there already; its content is not handed out. */
    private Answer isThere(Request request) throws InterruptedException {
        BlobKey key = key(request);
        boolean present = dispatcher.ask(it -> it.hasBlob(key));
        return Answer.json(json -> json.put("present", present));
    }

    private Answer put(Request request) throws IOException, InterruptedException {
        BlobKey key = key(request);
        StagedJar jar;
        try (InputStream body = request.body()) {
            jar = staging.stage(body, Math.max(key.sizeBytes(), request.contentLength()));
        }
        try {
            if (!jar.sha256().equals(key.sha256()) || jar.sizeBytes() != key.sizeBytes()) {
                throw new RestException(
                        UNPROCESSABLE,
                        "What arrived has "
                                + jar.sizeBytes()
                                + " bytes with the SHA-256 hash "
                                + jar.sha256()
                                + ", not "
                                + key.sizeBytes()
                                + " with "
                                + key.sha256()
                                + ": it was altered on its way. Upload it again");
            }
            passOn(key, jar);
        } finally {
            staging.discard(jar.file());
        }
        return Answer.json(CREATED, json -> json.put("present", true));
    }

    private void passOn(BlobKey key, StagedJar jar) throws IOException, InterruptedException {
        try (InputStream content = Files.newInputStream(jar.file())) {
            long offset = 0;
            while (offset < key.sizeBytes()) {
                Bytes piece = Bytes.owning(content.readNBytes(PIECE_BYTES));
                long at = offset;
                var _ = dispatcher.ask(it -> it.writeBlob(key, at, piece));
                offset += piece.length();
            }
        } catch (RestException e) {
            // A store that refuses a jar says why; it isn't a fault of the server.
            throw e.status() == SERVER_ERROR
                    ? new RestException(CONFLICT, String.valueOf(e.getMessage()))
                    : e;
        }
    }

    private static BlobKey key(Request request) {
        String sha256 = request.pathParameter("sha256");
        long size = Ids.number(request, "size", -1, Long.MAX_VALUE);
        if (!SHA256.matcher(sha256).matches() || size < 0) {
            throw RestException.badRequest(
                    "A jar is named by its SHA-256 hash, as 64 lower-case hexadecimal digits, and"
                            + " its size, in the parameter 'size'");
        }
        return new BlobKey(sha256, size);
    }
}
