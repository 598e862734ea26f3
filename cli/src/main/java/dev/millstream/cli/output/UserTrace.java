package dev.millstream.cli.output;

import java.util.StringJoiner;

/** Stack traces of user code, without the frames of ours that called it. */
public final class UserTrace {
    private static final int MAX_CAUSES = 10;

    private UserTrace() {}

    /**
     * The user's frames in what a main method has thrown: down to where main was called.
     *
     * @param thrown its own class and message are left out, those of its causes are not
     */
    public static String ofMain(Throwable thrown) {
        return text(thrown, UserTrace::addUntilMain);
    }

    /**
     * The frames of what was thrown in a task, which has left ours out.
     *
     * @param thrown its own class and message are left out, those of its causes are not
     */
    public static String ofTask(Throwable thrown) {
        return text(thrown, UserTrace::addAll);
    }

    private interface Frames {
        void add(StackTraceElement[] frames, StringJoiner lines);
    }

    private static String text(Throwable thrown, Frames frames) {
        StringJoiner lines = new StringJoiner(System.lineSeparator());
        frames.add(thrown.getStackTrace(), lines);
        Throwable cause = thrown.getCause();
        for (int depth = 0; cause != null && depth < MAX_CAUSES; depth++) {
            lines.add("Caused by: " + cause);
            frames.add(cause.getStackTrace(), lines);
            cause = cause.getCause();
        }
        return lines.toString();
    }

    private static void addAll(StackTraceElement[] frames, StringJoiner lines) {
        for (StackTraceElement frame : frames) {
            lines.add(line(frame));
        }
    }

    /** The JDK's frames say something where the user's code has called it, not where ours has. */
    private static void addUntilMain(StackTraceElement[] frames, StringJoiner lines) {
        boolean belowOurs = false;
        for (StackTraceElement frame : frames) {
            if (isCallOfMain(frame)) {
                return;
            }
            belowOurs = isOurs(frame) || (belowOurs && isOfTheJdk(frame));
            if (!belowOurs) {
                lines.add(line(frame));
            }
        }
    }

    /** Without module and class loader, which say nothing to a user. */
    private static String line(StackTraceElement frame) {
        return "\tat "
                + new StackTraceElement(
                        frame.getClassName(),
                        frame.getMethodName(),
                        frame.getFileName(),
                        frame.getLineNumber());
    }

    private static boolean isCallOfMain(StackTraceElement frame) {
        return frame.getClassName().startsWith("jdk.internal.reflect.")
                || frame.getClassName().startsWith("java.lang.reflect.");
    }

    private static boolean isOfTheJdk(StackTraceElement frame) {
        return frame.getClassName().startsWith("java.") || frame.getClassName().startsWith("jdk.");
    }

    private static boolean isOurs(StackTraceElement frame) {
        return frame.getClassName().startsWith("dev.millstream.")
                && !frame.getClassName().startsWith("dev.millstream.examples.");
    }
}
