package dev.millstream.taskmanager.executor;

import dev.millstream.rpc.error.Failures;
import org.jspecify.annotations.Nullable;

/** What a failed future says. */
final class Causes {
    private static final int MAX_DEPTH = 5;

    private Causes() {}

    /** The messages of a failure and of what caused it, in one line. */
    static String text(Throwable failure) {
        StringBuilder text = new StringBuilder();
        @Nullable Throwable current = Failures.unwrapped(failure);
        for (int depth = 0; current != null && depth < MAX_DEPTH; depth++) {
            if (depth > 0) {
                text.append("; because: ");
            }
            String message = current.getMessage();
            text.append(message == null ? current.getClass().getName() : message);
            current = current.getCause();
        }
        return text.toString();
    }
}
