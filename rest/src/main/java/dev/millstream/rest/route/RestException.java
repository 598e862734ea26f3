package dev.millstream.rest.route;

/** A request is refused. The message goes to the client: one paragraph. */
public final class RestException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    private final int status;

    /**
     * @param status of HTTP, 400 or above
     * @param message what failed, why, and what to do
     */
    public RestException(int status, String message) {
        super(message);
        this.status = status;
    }

    /** It is the client's fault. */
    public static RestException badRequest(String message) {
        return new RestException(400, message);
    }

    public static RestException notFound(String message) {
        return new RestException(404, message);
    }

    public static RestException tooLarge(String message) {
        return new RestException(413, message);
    }

    /** Another time it may work. */
    public static RestException unavailable(String message) {
        return new RestException(503, message);
    }

    public int status() {
        return status;
    }
}
