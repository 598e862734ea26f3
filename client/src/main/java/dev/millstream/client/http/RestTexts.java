package dev.millstream.client.http;

import dev.millstream.client.http.RestConnection.Question;
import java.nio.charset.StandardCharsets;
import java.util.concurrent.CompletableFuture;

/** Answers as the REST interface writes them, in JSON or plain text. Thread-safe. */
public final class RestTexts {
    private final RestConnection connection;

    public RestTexts(RestConnection connection) {
        this.connection = connection;
    }

    /**
     * Asks for what is at a path.
     *
     * @param path without the version's prefix, such as {@code /jobs/overview}
     */
    public CompletableFuture<String> get(String path) {
        return connection
                .ask(Question.get(path, ""))
                .thenApply(it -> new String(it.body().array(), StandardCharsets.UTF_8));
    }
}
