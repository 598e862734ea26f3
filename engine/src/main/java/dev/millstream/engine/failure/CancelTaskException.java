package dev.millstream.engine.failure;

/** The task was told to end, and its thread has noticed. Not a failure. */
public final class CancelTaskException extends TaskException {
    private static final long serialVersionUID = 1L;

    public CancelTaskException() {
        super("The task was told to end", null);
    }
}
