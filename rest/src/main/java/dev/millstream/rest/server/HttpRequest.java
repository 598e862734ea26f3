package dev.millstream.rest.server;

import dev.millstream.rest.route.Request;
import dev.millstream.rest.route.RestException;
import io.javalin.http.Context;
import io.javalin.http.UploadedFile;
import java.io.IOException;
import java.io.InputStream;
import java.util.Optional;
import org.eclipse.jetty.http.HttpException;

/** A request as Javalin has it. */
final class HttpRequest implements Request {
    private final Context context;

    HttpRequest(Context context) {
        this.context = context;
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
        try {
            UploadedFile file = context.uploadedFile(field);
            return Optional.ofNullable(file).map(it -> new FormFile(it.filename(), it.content()));
        } catch (IllegalStateException | HttpException.RuntimeException e) {
            throw RestException.badRequest("The form can't be read: " + e.getMessage());
        }
    }
}
