package dev.millstream.rest.route;

import java.io.IOException;
import java.io.InputStream;

/** Reads bodies that fit into memory. */
public final class Bodies {
    private Bodies() {}

    /**
     * The whole body.
     *
     * @throws RestException if it is longer than the limit
     */
    public static byte[] read(Request request, int maxBytes) throws IOException {
        if (request.contentLength() > maxBytes) {
            throw tooLong(maxBytes);
        }
        try (InputStream body = request.body()) {
            byte[] content = body.readNBytes(maxBytes);
            if (content.length == maxBytes && body.read() >= 0) {
                throw tooLong(maxBytes);
            }
            return content;
        }
    }

    private static RestException tooLong(int maxBytes) {
        return RestException.tooLarge(
                "The body of the request is longer than the " + maxBytes + " bytes allowed here");
    }
}
