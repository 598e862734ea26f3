package dev.millstream.rest.route;

/** What a route makes of a request. Thread-safe. */
@FunctionalInterface
public interface RouteAction {
    /**
     * Answers a request that was let in.
     *
     * @throws RestException to refuse it
     * @throws java.io.IOException if the request can't be read to its end
     */
    Answer answer(Request request) throws Exception;
}
