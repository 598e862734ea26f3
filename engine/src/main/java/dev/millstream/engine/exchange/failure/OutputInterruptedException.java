package dev.millstream.engine.exchange.failure;

/**
 * The thread was interrupted while it waited for room in an output. Its interrupt flag is set
 * again.
 */
public final class OutputInterruptedException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    public OutputInterruptedException(InterruptedException cause) {
        super("Interrupted while waiting for room in an output", cause);
    }
}
