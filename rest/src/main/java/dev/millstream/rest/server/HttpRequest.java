package dev.millstream.rest.server;

import dev.millstream.rest.route.Request;
import dev.millstream.rest.route.RestException;
import io.javalin.http.Context;
import io.javalin.http.UploadedFile;
import java.io.IOException;
import java.io.InputStream;
import java.util.Optional;
import java.util.concurrent.TimeoutException;
import org.eclipse.jetty.http.HttpException;

/** A request as Javalin has it. */
final class HttpRequest implements Request {
    private static final int TOO_LARGE = 413;

    private final Context context;
    private final long maxFormBytes;

    /**
     * @param maxFormBytes how long a form with a file may be
     */
    HttpRequest(Context context, long maxFormBytes) {
        this.context = context;
        this.maxFormBytes = maxFormBytes;
    }

    @Override
    public String pathParameter(String name) {
        return context.pathParam(name);
    }

    @Override
    public Optional<String> query(String name) {
        return Optional.ofNullable(context.queryParam(name));
    }

    @Override
    public Optional<String> header(String name) {
        return Optional.ofNullable(context.header(name));
    }

    @Override
    public long contentLength() {
        return context.req().getContentLengthLong();
    }

    @Override
    public InputStream body() throws IOException {
        return new TimedBody(context.req().getInputStream());
    }

    @Override
    public Optional<FormFile> formFile(String field) throws IOException {
        if (contentLength() > maxFormBytes) {
            throw tooLargeForm();
        }
        try {
            UploadedFile file = context.uploadedFile(field);
            return Optional.ofNullable(file).map(it -> new FormFile(it.filename(), it.content()));
        } catch (Exception e) {
            // Javalin is in Kotlin: checked exceptions of the servlet come through undeclared.
            throw unreadable(e);
        }
    }

    private static RestException unreadable(Exception failure) throws IOException {
        Throwable root = failure;
        for (Throwable cause = failure; cause != null; cause = cause.getCause()) {
            if (cause instanceof TimeoutException) {
                throw new IOException("The form came too slowly", failure);
            }
            if (isTooLarge(cause)) {
                return tooLargeForm();
            }
            root = cause;
        }
        return RestException.badRequest("The form can't be read: " + root.getMessage());
    }

    /** Jetty says of a form that was announced too large its status, and of others words alone. */
    private static boolean isTooLarge(Throwable cause) {
        return (cause instanceof HttpException bad && bad.getCode() == TOO_LARGE)
                || (cause instanceof IllegalStateException
                        && String.valueOf(cause.getMessage()).contains("exceeded"));
    }

    private static RestException tooLargeForm() {
        return RestException.tooLarge(
                "The form is larger than rest.server.max-content-length allows");
    }
}
