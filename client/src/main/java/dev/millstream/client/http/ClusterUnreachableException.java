package dev.millstream.client.http;

/** The cluster doesn't answer. The message says which one, why, and what to do. */
public final class ClusterUnreachableException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    ClusterUnreachableException(String message, Throwable cause) {
        super(message, cause);
    }
}
