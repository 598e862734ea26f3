package dev.millstream.rest.route;

import java.io.IOException;
import java.io.InputStream;
import java.util.Optional;

/** A request that was let in. For the thread that answers it. */
public interface Request {
    /** The part of the path that stands for this parameter, decoded. */
    String pathParameter(String name);

    /** A parameter behind the question mark; the first, if there are several. */
    Optional<String> query(String name);

    Optional<String> header(String name);

    /** What the body's length is said to be; -1 if nothing is said. */
    long contentLength();

    /** The body. Reading it fails when it comes too slowly. */
    InputStream body() throws IOException;

    /**
     * A file in a form that was sent, bounded like all uploads.
     *
     * @throws RestException if the body is no such form
     */
    Optional<FormFile> formFile(String field) throws IOException;

    /**
     * A file in a form.
     *
     * @param name as the client calls it: for people, never for paths
     * @param content for the thread that answers the request
     */
    record FormFile(String name, InputStream content) {}
}
