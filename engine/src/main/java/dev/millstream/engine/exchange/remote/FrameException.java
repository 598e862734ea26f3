package dev.millstream.engine.exchange.remote;

/** The other side does not keep to the protocol: the link is closed. */
final class FrameException extends Exception {
    private static final long serialVersionUID = 1L;

    FrameException(String message) {
        super(message);
    }

    FrameException(String message, Throwable cause) {
        super(message, cause);
    }
}
