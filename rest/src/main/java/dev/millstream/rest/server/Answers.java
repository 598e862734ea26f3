package dev.millstream.rest.server;

import dev.millstream.rest.json.Json;
import dev.millstream.rest.route.Answer;
import dev.millstream.rest.route.RestException;
import io.javalin.http.Context;
import io.javalin.http.HttpResponseException;
import java.io.IOException;
import java.io.UncheckedIOException;
import org.eclipse.jetty.http.HttpException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Turns answers and failures into responses. */
final class Answers {
    private static final Logger LOG = LoggerFactory.getLogger(Answers.class);
    private static final int UNAUTHORIZED = 401;
    private static final int REQUEST_TIMEOUT = 408;
    private static final int SERVER_ERROR = 500;

    /** The page runs its own scripts and styles, and speaks to this server, and that is all. */
    private static final String CONTENT_SECURITY_POLICY =
            "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self';"
                    + " connect-src 'self'; base-uri 'none'; form-action 'none';"
                    + " frame-ancestors 'none'";

    private Answers() {}

    /** Headers that every response has. */
    static void harden(Context context) {
        context.header("Content-Security-Policy", CONTENT_SECURITY_POLICY)
                .header("X-Content-Type-Options", "nosniff")
                .header("Referrer-Policy", "no-referrer")
                .header("Cross-Origin-Opener-Policy", "same-origin")
                .header("Cross-Origin-Resource-Policy", "same-origin")
                .header("Cache-Control", "no-store");
    }

    static void send(Context context, Answer answer) {
        context.status(answer.status());
        answer.headers().forEach(context::header);
        if (answer.contentType().isEmpty()) {
            return;
        }
        if (answer.cacheable()) {
            // Asked for anew each time, so that a new release is seen at once.
            context.header("Cache-Control", "no-cache");
        }
        context.contentType(answer.contentType()).result(answer.body());
    }

    /** What a client is told when its request fails. */
    static void failure(Exception failure, Context context) {
        switch (failure) {
            case RestException refusal -> error(context, refusal.status(), text(refusal));
            case HttpResponseException refusal ->
                    error(context, refusal.getStatus(), text(refusal));
            case RuntimeException _ when failure instanceof HttpException bad ->
                    error(context, bad.getCode(), String.valueOf(bad.getReason()));
            case UncheckedIOException broken -> brokenOff(broken, context);
            case IOException broken -> brokenOff(broken, context);
            case InterruptedException _ ->
                    error(context, SERVER_ERROR, "The JobManager is being stopped");
            default -> fault(failure, context);
        }
    }

    private static void brokenOff(Exception broken, Context context) {
        LOG.debug("A request was broken off", broken);
        error(
                context,
                REQUEST_TIMEOUT,
                "The request could not be read to its end: " + text(broken));
    }

    private static void fault(Exception failure, Context context) {
        LOG.error("{} {} failed", context.method(), context.path(), failure);
        error(
                context,
                SERVER_ERROR,
                "The JobManager failed to answer this request: "
                        + failure
                        + ". This is a fault of Millstream; its log says more. Please report it");
    }

    private static void error(Context context, int status, String message) {
        if (status == UNAUTHORIZED) {
            context.header("WWW-Authenticate", "Bearer");
        }
        if (hasBody(context)) {
            // It may not have been read to its end; so the client must not send another request.
            context.header("Connection", "close");
        }
        context.status(status)
                .contentType("application/json; charset=utf-8")
                .result(Json.error(message));
    }

    private static boolean hasBody(Context context) {
        return context.req().getContentLengthLong() > 0
                || context.header("Transfer-Encoding") != null;
    }

    private static String text(Exception failure) {
        return failure.getMessage() == null ? failure.toString() : failure.getMessage();
    }
}
