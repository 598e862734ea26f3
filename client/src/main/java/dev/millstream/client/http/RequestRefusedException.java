package dev.millstream.client.http;

/** The cluster has answered, but refuses what was asked for. The message is the cluster's. */
public final class RequestRefusedException extends RuntimeException {
    private static final long serialVersionUID = 1L;
    private static final int UNAUTHORIZED = 401;
    private static final int NOT_FOUND = 404;

    private final int status;

    RequestRefusedException(int status, String message) {
        super(message);
        this.status = status;
    }

    /** Of HTTP. */
    public int status() {
        return status;
    }

    /** Whether the token is missing or another cluster's. */
    public boolean isUnauthorized() {
        return status == UNAUTHORIZED;
    }

    /** Whether there is no such job, or whatever else was named. */
    public boolean isNotFound() {
        return status == NOT_FOUND;
    }
}
