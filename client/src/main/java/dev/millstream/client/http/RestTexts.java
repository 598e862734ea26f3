package dev.millstream.client.http;

import dev.millstream.client.http.RestConnection.Question;
import dev.millstream.rpc.error.Failures;
import java.nio.charset.StandardCharsets;
import java.util.concurrent.CompletableFuture;

/** Answers as the REST interface writes them, in JSON or plain text. Thread-safe. */
public final class RestTexts {
    private static final int NOT_SATISFIABLE = 416;

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
        return connection.ask(Question.get(path, "")).thenApply(RestTexts::text);
    }

    /**
     * Asks for a part of what is at a path.
     *
     * @param range as for the header {@code Range}; nothing when there is no such part
     */
    public CompletableFuture<String> get(String path, String range) {
        return connection
                .ask(Question.get(path, "").ofRange(range))
                .thenApply(RestTexts::text)
                .exceptionallyCompose(failure -> emptyIfNoSuchPart(Failures.unwrapped(failure)));
    }

    private static String text(RestConnection.Reply reply) {
        return new String(reply.body().array(), StandardCharsets.UTF_8);
    }

    private static CompletableFuture<String> emptyIfNoSuchPart(Throwable failure) {
        return failure instanceof RequestRefusedException refused
                        && refused.status() == NOT_SATISFIABLE
                ? CompletableFuture.completedFuture("")
                : CompletableFuture.failedFuture(failure);
    }
}
