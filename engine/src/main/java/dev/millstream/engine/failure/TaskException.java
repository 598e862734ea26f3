package dev.millstream.engine.failure;

import org.jspecify.annotations.Nullable;

/**
 * What ends a task from within. Each says whose fault it is, so that an exception that passes
 * through the functions of several operators, which call each other, is attributed once: where it
 * was thrown.
 */
public abstract sealed class TaskException extends RuntimeException
        permits CancelTaskException, UserCodeException, EngineException {
    private static final long serialVersionUID = 1L;

    TaskException(@Nullable String message, @Nullable Throwable cause) {
        super(message, cause);
    }

    /** The one among an exception and its causes, in case a user's function wrapped it. */
    public static @Nullable TaskException within(Throwable thrown) {
        Throwable at = thrown;
        for (int depth = 0; at != null && depth < 50; depth++) {
            if (at instanceof TaskException found) {
                return found;
            }
            at = at.getCause();
        }
        return null;
    }
}
