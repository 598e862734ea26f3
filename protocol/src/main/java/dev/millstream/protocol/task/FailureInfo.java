package dev.millstream.protocol.task;

/**
 * A failure as text: no exception object crosses a process's border.
 *
 * @param message what failed, where, why and what to do, in one paragraph
 * @param exceptionClass class name of the root exception; empty if there was none
 * @param stackTrace the user's frames when user code failed, else all frames; may be empty
 * @param userCode whether the user's code threw it
 * @param location the operator, subtask and TaskManager, such as {@code map 'parse' (2/4) on tm-1};
 *     may be empty
 * @param retryable whether restarting can help
 */
public record FailureInfo(
        String message,
        String exceptionClass,
        String stackTrace,
        boolean userCode,
        String location,
        boolean retryable) {
    /** A failure of the system with nothing but a message, that a restart may mend. */
    public static FailureInfo ofMessage(String message) {
        return new FailureInfo(message, "", "", false, "", true);
    }
}
