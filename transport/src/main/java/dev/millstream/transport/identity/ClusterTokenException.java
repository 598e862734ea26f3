package dev.millstream.transport.identity;

/** The cluster's token could not be read or made. The message says where, why and what to do. */
public final class ClusterTokenException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    ClusterTokenException(String message) {
        super(message);
    }

    ClusterTokenException(String message, Throwable cause) {
        super(message, cause);
    }
}
