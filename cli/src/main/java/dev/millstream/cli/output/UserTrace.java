package dev.millstream.cli.output;

import java.io.PrintWriter;

/** Stack traces of user code: down to where it was called from. */
public final class UserTrace {
    private UserTrace() {}

    /** The frames of an exception that user code threw, and of its causes. */
    public static void print(Throwable thrown, PrintWriter out) {
        printFrames(thrown, out);
        printCauses(thrown, out);
    }

    /**
     * An exception's causes only: for one whose message has been shown and whose frames are ours.
     */
    public static void printCauses(Throwable thrown, PrintWriter out) {
        for (Throwable cause = thrown.getCause(); cause != null; cause = cause.getCause()) {
            out.println("Caused by: " + cause);
            printFrames(cause, out);
        }
    }

    private static void printFrames(Throwable thrown, PrintWriter out) {
        for (StackTraceElement frame : thrown.getStackTrace()) {
            if (isCallOfMain(frame)) {
                return;
            }
            if (!isOurs(frame)) {
                out.println("\tat " + frame);
            }
        }
    }

    private static boolean isCallOfMain(StackTraceElement frame) {
        return frame.getClassName().startsWith("jdk.internal.reflect.")
                || frame.getClassName().startsWith("java.lang.reflect.");
    }

    private static boolean isOurs(StackTraceElement frame) {
        return frame.getClassName().startsWith("dev.millstream.")
                && !frame.getClassName().startsWith("dev.millstream.examples.");
    }
}
