package dev.millstream.transport.frame;

/** The bytes that arrived are not what was sent, or too many for a frame. */
public final class BrokenFrameException extends Exception {
    private static final long serialVersionUID = 1L;

    BrokenFrameException(String message) {
        super(message);
    }
}
