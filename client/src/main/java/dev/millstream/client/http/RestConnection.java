package dev.millstream.client.http;

import dev.millstream.graph.job.Bytes;
import dev.millstream.protocol.rest.RecordBody;
import dev.millstream.protocol.rest.RestProtocol;
import dev.millstream.protocol.rest.Token;
import java.io.IOException;
import java.net.ConnectException;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublisher;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.net.http.HttpTimeoutException;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/**
 * Asks a cluster's REST interface. Each question is answered or fails within a bounded time. Its
 * threads are daemons. Thread-safe.
 */
public final class RestConnection implements AutoCloseable {
    private static final Duration CONNECT_TIMEOUT = Duration.ofSeconds(5);
    private static final int OK_BELOW = 300;
    private static final String GET = "GET";

    private final RestAddress address;
    private final Token token;
    private final RetryPolicy retry;
    private final ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor();
    private final HttpClient client;

    /** Whether anything was answered yet; if not, a failure is told at once. */
    private volatile boolean reached;

    private volatile boolean closed;

    public RestConnection(RestAddress address, Token token, RetryPolicy retry) {
        this.address = address;
        this.token = token;
        this.retry = retry;
        this.client =
                HttpClient.newBuilder()
                        .version(HttpClient.Version.HTTP_1_1)
                        .connectTimeout(CONNECT_TIMEOUT)
                        .proxy(HttpClient.Builder.NO_PROXY)
                        .executor(threads)
                        .build();
    }

    /**
     * A question.
     *
     * @param path below the version's prefix, not encoded yet
     * @param query encoded already; empty for none
     * @param body empty for none
     * @param contentType of the body; empty for none
     * @param timeout within which the answer must begin
     * @param range which part of the answer is wanted; empty for all
     */
    record Question(
            String method,
            String path,
            String query,
            @Nullable BodyPublisher body,
            String contentType,
            Duration timeout,
            String range) {
        static final Duration PATIENCE = Duration.ofSeconds(30);

        static Question get(String path, String query) {
            return new Question(GET, path, query, null, "", PATIENCE, "");
        }

        static Question change(String method, String path, String query) {
            return new Question(method, path, query, BodyPublishers.noBody(), "", PATIENCE, "");
        }

        static Question send(
                String method,
                String path,
                String query,
                BodyPublisher body,
                String contentType,
                Duration timeout) {
            return new Question(method, path, query, body, contentType, timeout, "");
        }

        Question within(Duration other) {
            return new Question(method, path, query, body, contentType, other, range);
        }

        Question ofRange(String part) {
            return new Question(method, path, query, body, contentType, timeout, part);
        }
    }

    /** An answer that is no refusal. */
    record Reply(int status, String contentType, Bytes body) {
        /** The record in it. */
        <T> T record(Class<T> type) {
            if (!contentType.equals(RestProtocol.RECORD_TYPE)) {
                throw new RequestRefusedException(
                        status,
                        "The server has answered with '"
                                + contentType
                                + "' where a JobManager answers with records; is it one?");
            }
            return RecordBody.read(type, body.array());
        }
    }

    /**
     * Asks. Fails with a {@link RequestRefusedException} or a {@link ClusterUnreachableException}.
     * What changes nothing is asked again when the connection breaks.
     */
    CompletableFuture<Reply> ask(Question question) {
        CompletableFuture<Reply> answer = new CompletableFuture<>();
        attempt(question, 1, answer);
        return answer;
    }

    private void attempt(Question question, int number, CompletableFuture<Reply> answer) {
        var _ =
                client.sendAsync(request(question), BodyHandlers.ofByteArray())
                        .whenComplete((response, failure) -> {
                            if (failure == null) {
                                reached = true;
                                answered(response, answer);
                            } else {
                                failed(question, number, unwrapped(failure), answer);
                            }
                        });
    }

    private HttpRequest request(Question question) {
        HttpRequest.Builder request =
                HttpRequest.newBuilder(
                                address.uri(
                                        RestProtocol.PREFIX + question.path(), question.query()))
                        .timeout(question.timeout())
                        .header("Authorization", token.authorization())
                        .header(
                                RestProtocol.VERSION_HEADER,
                                Integer.toString(RestProtocol.VERSION));
        if (!question.contentType().isEmpty()) {
            request.header("Content-Type", question.contentType());
        }
        if (!question.range().isEmpty()) {
            request.header("Range", question.range());
        }
        BodyPublisher body = question.body();
        return request.method(question.method(), body == null ? BodyPublishers.noBody() : body)
                .build();
    }

    private static void answered(HttpResponse<byte[]> response, CompletableFuture<Reply> answer) {
        if (response.statusCode() < OK_BELOW) {
            answer.complete(
                    new Reply(
                            response.statusCode(),
                            response.headers().firstValue("Content-Type").orElse(""),
                            Bytes.owning(response.body())));
        } else {
            answer.completeExceptionally(
                    new RequestRefusedException(
                            response.statusCode(),
                            ErrorText.of(response.statusCode(), response.body())));
        }
    }

    private void failed(
            Question question, int number, Throwable failure, CompletableFuture<Reply> answer) {
        boolean again =
                failure instanceof IOException
                        && !(failure instanceof HttpTimeoutException)
                        && question.method().equals(GET)
                        && reached
                        && !closed
                        && number < retry.maxAttempts();
        if (again) {
            CompletableFuture.delayedExecutor(
                            retry.delay().toMillis(), TimeUnit.MILLISECONDS, threads)
                    .execute(() -> attempt(question, number + 1, answer));
        } else {
            answer.completeExceptionally(unreachable(failure));
        }
    }

    private ClusterUnreachableException unreachable(Throwable failure) {
        String why =
                switch (failure) {
                    case HttpTimeoutException _ -> "it doesn't answer";
                    case ConnectException _ -> "nobody listens there";
                    default ->
                            failure.getMessage() == null
                                    ? failure.toString()
                                    : failure.getMessage();
                };
        return new ClusterUnreachableException(
                "The cluster at "
                        + address
                        + " can't be reached: "
                        + why
                        + ". Start one with 'millstream cluster start', or name another one with"
                        + " -m HOST:PORT (rest.address and rest.port)",
                failure);
    }

    private static Throwable unwrapped(Throwable failure) {
        Throwable cause = failure.getCause();
        return failure instanceof CompletionException && cause != null ? cause : failure;
    }

    /** Where it leads to. */
    public RestAddress address() {
        return address;
    }

    /** Breaks off what is being asked. Doesn't wait. Idempotent. */
    @Override
    public void close() {
        closed = true;
        client.shutdownNow();
        threads.shutdownNow();
    }
}
