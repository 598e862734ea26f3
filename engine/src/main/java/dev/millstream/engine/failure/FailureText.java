package dev.millstream.engine.failure;

import dev.millstream.protocol.task.FailureInfo;

/** Turns what a task has thrown into the text that is reported. */
public final class FailureText {
    private FailureText() {}

    /**
     * The text for the JobMaster.
     *
     * @param thrown whatever ended the task
     * @param task the task and its TaskManager, such as {@code parse -> count (2/4) on tm-1}
     */
    public static FailureInfo describe(Throwable thrown, String task) {
        TaskException known = TaskException.within(thrown);
        return switch (known) {
            case UserCodeException user -> ofUserCode(user);
            case EngineException engine ->
                    ofEngine(engine, engine.getMessage() + "", task, engine.isRetryable());
            case CancelTaskException canceled ->
                    ofEngine(canceled, canceled.getMessage() + "", task, true);
            case null -> ofEngine(thrown, StackText.brief(thrown) + "", task, true);
        };
    }

    private static FailureInfo ofUserCode(UserCodeException failure) {
        Throwable thrown = failure.getCause() == null ? failure : failure.getCause();
        String role = failure.role().isEmpty() ? "" : "in " + failure.role() + ": ";
        String message =
                failure.location()
                        + " failed: "
                        + role
                        + StackText.brief(thrown)
                        + memoryHint(thrown);
        return new FailureInfo(
                message,
                thrown.getClass().getName(),
                StackText.ofUserCode(thrown),
                true,
                failure.location(),
                true);
    }

    private static FailureInfo ofEngine(
            Throwable failure, String text, String task, boolean retryable) {
        Throwable inner = failure.getCause();
        Throwable root = inner == null ? failure : inner;
        String cause = inner == null ? "" : " Caused by " + StackText.brief(inner);
        return new FailureInfo(
                task + " failed: " + text + cause + memoryHint(root),
                root.getClass().getName(),
                StackText.complete(failure),
                false,
                task,
                retryable);
    }

    private static String memoryHint(Throwable thrown) {
        return thrown instanceof OutOfMemoryError
                ? ". Give the TaskManager's process more memory, or let the function keep less"
                : "";
    }
}
