package dev.millstream.api.dag;

import java.io.Serializable;

/**
 * A line of the user's program.
 *
 * @param method class and method, such as {@code WordCount.main}
 * @param file name of the source file, or {@code unknown}
 * @param line from 1; 0 when unknown
 */
public record CallSite(String method, String file, int line) implements Serializable {
    private static final CallSite UNKNOWN = new CallSite("unknown", "unknown", 0);

    /** Our own packages that a program calls into. Examples and tests are users. */
    private static final String[] API_PACKAGES = {
        "dev.millstream.api.",
        "dev.millstream.streaming.",
        "dev.millstream.connector.",
        "dev.millstream.core.",
        "dev.millstream.util."
    };

    /** The line that called into the API. */
    public static CallSite capture() {
        return StackWalker.getInstance()
                .walk(frames ->
                        frames.filter(frame -> isUsers(frame.getClassName()))
                                .findFirst()
                                .map(CallSite::of)
                                .orElse(UNKNOWN));
    }

    private static boolean isUsers(String className) {
        for (String prefix : API_PACKAGES) {
            if (className.startsWith(prefix)) {
                return false;
            }
        }
        return !className.startsWith("java.");
    }

    private static CallSite of(StackWalker.StackFrame frame) {
        String className = frame.getClassName();
        String simpleName = className.substring(className.lastIndexOf('.') + 1);
        String file = frame.getFileName();
        return new CallSite(
                simpleName + "." + writtenMethod(frame.getMethodName()),
                file == null ? "unknown" : file,
                Math.max(0, frame.getLineNumber()));
    }

    /** The method in whose text a lambda is, such as {@code main} for {@code lambda$main$0}. */
    private static String writtenMethod(String method) {
        String[] parts = method.split("\\$", -1);
        return parts.length == 3 && parts[0].equals("lambda") ? parts[1] : method;
    }

    /** For messages, such as {@code WordCount.main(WordCount.java:42)}. */
    @Override
    public String toString() {
        return method + "(" + file + (line > 0 ? ":" + line : "") + ")";
    }
}
