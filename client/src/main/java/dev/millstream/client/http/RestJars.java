package dev.millstream.client.http;

import dev.millstream.client.http.RestConnection.Question;
import dev.millstream.client.jar.JarTarget;
import dev.millstream.graph.job.BlobKey;
import java.io.FileNotFoundException;
import java.net.http.HttpRequest.BodyPublishers;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;

/** Jars, streamed over REST. Thread-safe. */
public final class RestJars implements JarTarget {
    private static final long MIN_BYTES_PER_MS = 32;

    private final RestConnection connection;

    public RestJars(RestConnection connection) {
        this.connection = connection;
    }

    @Override
    public CompletableFuture<Boolean> has(BlobKey jar) {
        return connection
                .ask(Question.get(path(jar), size(jar)))
                .thenApply(it ->
                        new String(it.body().array(), StandardCharsets.UTF_8).contains(":true"));
    }

    @Override
    public CompletableFuture<Void> put(BlobKey jar, String path) {
        // The server is given the time to look through the jar as well.
        Duration patience = Duration.ofMillis(60_000 + jar.sizeBytes() / MIN_BYTES_PER_MS);
        try {
            return connection
                    .ask(
                            Question.send(
                                    "PUT",
                                    path(jar),
                                    size(jar),
                                    BodyPublishers.ofFile(Path.of(path)),
                                    "application/java-archive",
                                    patience))
                    .thenAccept(_ -> {});
        } catch (FileNotFoundException e) {
            return CompletableFuture.failedFuture(
                    new FileNotFoundException("The jar " + path + " is gone: " + e.getMessage()));
        }
    }

    private static String path(BlobKey jar) {
        return "/millstream/blobs/" + jar.sha256();
    }

    private static String size(BlobKey jar) {
        return "size=" + jar.sizeBytes();
    }
}
