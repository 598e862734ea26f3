package dev.millstream.client.job;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Stands for an exception that was thrown in a task: it has the original's text, frames and causes,
 * but not its class, which may not exist here.
 */
public final class TaskException extends Exception {
    private static final long serialVersionUID = 1L;
    private static final Pattern FRAME =
            Pattern.compile("\\s*at (?:.*/)?([^/(]+)\\.([^.(]+)\\(([^:)]*)(?::(\\d+))?\\)");
    private static final String CAUSED_BY = "Caused by: ";

    private final String header;
    private final boolean userCode;

    private TaskException(String header, boolean userCode, List<StackTraceElement> frames) {
        super(messageOf(header));
        this.header = header;
        this.userCode = userCode;
        setStackTrace(frames.toArray(StackTraceElement[]::new));
    }

    /**
     * Reads a stack trace as it is printed.
     *
     * @param stackTrace with at least one line
     * @param userCode whether the user's code has thrown it
     */
    static TaskException parse(String stackTrace, boolean userCode) {
        List<String> lines = stackTrace.lines().toList();
        int next = 1;
        while (next < lines.size() && !lines.get(next).startsWith(CAUSED_BY)) {
            next++;
        }
        int firstFrame = 1;
        while (firstFrame < next && !isBelowHeader(lines.get(firstFrame))) {
            firstFrame++;
        }
        List<StackTraceElement> frames = new ArrayList<>();
        for (String line : lines.subList(Math.min(firstFrame, next), next)) {
            Matcher frame = FRAME.matcher(line);
            if (frame.lookingAt()) {
                frames.add(element(frame));
            }
        }
        TaskException parsed =
                new TaskException(
                        String.join("\n", lines.subList(0, Math.min(firstFrame, next))),
                        userCode,
                        frames);
        if (next < lines.size()) {
            String rest = String.join("\n", lines.subList(next, lines.size()));
            parsed.initCause(parse(rest.substring(CAUSED_BY.length()), userCode));
        }
        return parsed;
    }

    /**
     * Stands for what the user's code has thrown that was called from here.
     *
     * @param thrown of which the frames down to the first of ours are kept
     */
    static TaskException ofCallback(Throwable thrown) {
        List<StackTraceElement> frames =
                Arrays.stream(thrown.getStackTrace())
                        .takeWhile(frame -> !frame.getClassName().startsWith("dev.millstream."))
                        .toList();
        TaskException copy = new TaskException(thrown.toString(), true, frames);
        if (thrown.getCause() != null) {
            copy.initCause(ofCallback(thrown.getCause()));
        }
        return copy;
    }

    /** A frame, or the count of those that are left out. */
    private static boolean isBelowHeader(String line) {
        return line.startsWith("\t... ") || FRAME.matcher(line).lookingAt();
    }

    private static StackTraceElement element(Matcher frame) {
        String line = frame.group(4);
        String file = frame.group(3);
        int number = line != null ? Integer.parseInt(line) : file.startsWith("Native") ? -2 : -1;
        return new StackTraceElement(
                frame.group(1), frame.group(2), number == -1 ? null : file, number);
    }

    private static String messageOf(String header) {
        int colon = header.indexOf(": ");
        return colon < 0 ? "" : header.substring(colon + 2);
    }

    /** Whether the user's code has thrown it; then there are no frames but the user's. */
    public boolean isUserCode() {
        return userCode;
    }

    /** As the original's: its class and message. */
    // It stands for an exception of another class, whose name belongs to the text.
    @SuppressWarnings("OverrideThrowableToString")
    @Override
    public String toString() {
        return header;
    }
}
