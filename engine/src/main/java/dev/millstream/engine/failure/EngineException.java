package dev.millstream.engine.failure;

import org.jspecify.annotations.Nullable;

/** Something of ours, or something that the task depends on, has failed. */
public final class EngineException extends TaskException {
    private static final long serialVersionUID = 1L;

    /** Whether starting the task again can help. */
    private final boolean retryable;

    private EngineException(String message, @Nullable Throwable cause, boolean retryable) {
        super(message, cause);
        this.retryable = retryable;
    }

    /** What may go well the next time. */
    public static EngineException retryable(String message, @Nullable Throwable cause) {
        return new EngineException(message, cause, true);
    }

    /** What would fail again in the same way. */
    public static EngineException permanent(String message, @Nullable Throwable cause) {
        return new EngineException(message, cause, false);
    }

    public boolean isRetryable() {
        return retryable;
    }
}
