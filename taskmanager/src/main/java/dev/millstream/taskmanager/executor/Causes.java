package dev.millstream.taskmanager.executor;

import java.util.concurrent.CompletionException;
import java.util.concurrent.ExecutionException;

/** What lies below the wrappings of a failed future. */
final class Causes {
    private Causes() {}

    static Throwable of(Throwable failure) {
        Throwable current = failure;
        while ((current instanceof CompletionException || current instanceof ExecutionException)
                && current.getCause() != null) {
            current = current.getCause();
        }
        return current;
    }

    /** The messages of a failure and of what caused it, in one line. */
    static String text(Throwable failure) {
        StringBuilder text = new StringBuilder();
        Throwable current = of(failure);
        for (int depth = 0; current != null && depth < 5; depth++) {
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
