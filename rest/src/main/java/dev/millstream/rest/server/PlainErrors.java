package dev.millstream.rest.server;

import dev.millstream.rest.json.Json;
import java.nio.ByteBuffer;
import org.eclipse.jetty.http.HttpHeader;
import org.eclipse.jetty.http.HttpStatus;
import org.eclipse.jetty.server.Request;
import org.eclipse.jetty.server.Response;
import org.eclipse.jetty.server.handler.ErrorHandler;
import org.eclipse.jetty.util.Callback;
import org.jspecify.annotations.Nullable;

/** Errors that are found before any route is looked for, such as requests that are no HTTP. */
final class PlainErrors extends ErrorHandler {
    private static final String JSON = "application/json; charset=utf-8";

    /** Whatever the method: Jetty would leave the reason out for some. */
    @Override
    public boolean errorPageForMethod(String method) {
        return true;
    }

    @Override
    protected void generateResponse(
            Request request,
            Response response,
            int code,
            @Nullable String message,
            @Nullable Throwable cause,
            Callback callback) {
        response.getHeaders().put(HttpHeader.CONTENT_TYPE, JSON);
        response.getHeaders().put(HttpHeader.CONNECTION, "close");
        response.getHeaders().put("X-Content-Type-Options", "nosniff");
        response.write(true, ByteBuffer.wrap(Json.error(text(code, message))), callback);
    }

    private static String text(int status, @Nullable String reason) {
        String meaning = HttpStatus.getMessage(status);
        return reason == null || reason.equals(meaning)
                ? "The request was refused: " + meaning
                : "The request was refused: " + meaning + " (" + reason + ")";
    }
}
