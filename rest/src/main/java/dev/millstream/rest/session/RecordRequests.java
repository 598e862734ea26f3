package dev.millstream.rest.session;

import dev.millstream.protocol.rest.RecordBody;
import dev.millstream.protocol.rest.RestProtocol;
import dev.millstream.rest.route.Bodies;
import dev.millstream.rest.route.Request;
import dev.millstream.rest.route.RestException;
import dev.millstream.rest.route.RouteAction;
import dev.millstream.types.CorruptDataException;
import java.io.IOException;

/** Requests of our own client, whose records only the same version reads. */
final class RecordRequests {
    private static final int UNSUPPORTED_TYPE = 415;

    private RecordRequests() {}

    /** The same action, but only for clients of this version. */
    static RouteAction ofThisVersion(RouteAction action) {
        return request -> {
            String version = request.header(RestProtocol.VERSION_HEADER).orElse("none");
            if (!version.equals(Integer.toString(RestProtocol.VERSION))) {
                throw RestException.badRequest(
                        "The client speaks another version of the protocol than this cluster,"
                                + " which speaks version "
                                + RestProtocol.VERSION
                                + " (header "
                                + RestProtocol.VERSION_HEADER
                                + "); use the command line of the cluster's own release");
            }
            return action.answer(request);
        };
    }

    /** The record in a body. */
    static <T> T read(Request request, Class<T> type, int maxBytes) throws IOException {
        String contentType = request.header("Content-Type").orElse("");
        if (!contentType.equals(RestProtocol.RECORD_TYPE)) {
            throw new RestException(
                    UNSUPPORTED_TYPE,
                    "This route takes a "
                            + type.getSimpleName()
                            + " as "
                            + RestProtocol.RECORD_TYPE
                            + " from Millstream's own client. To run a program, upload its jar"
                            + " with POST /v1/jars/upload and run it with POST"
                            + " /v1/jars/JAR/run");
        }
        try {
            return RecordBody.read(type, Bodies.read(request, maxBytes));
        } catch (CorruptDataException e) {
            throw RestException.badRequest(
                    "The body holds no " + type.getSimpleName() + ": " + e.getMessage());
        }
    }
}
