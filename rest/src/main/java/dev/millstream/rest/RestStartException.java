package dev.millstream.rest;

/** The REST interface can't start. The message says why, and what to do. */
public final class RestStartException extends Exception {
    private static final long serialVersionUID = 1L;

    RestStartException(String message) {
        super(message);
    }

    RestStartException(String message, Throwable cause) {
        super(message, cause);
    }
}
