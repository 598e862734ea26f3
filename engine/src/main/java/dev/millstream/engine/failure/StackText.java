package dev.millstream.engine.failure;

import java.util.ArrayList;
import java.util.List;

/** Writes exceptions with their causes as text of bounded length. */
final class StackText {
    private static final int MAX_FRAMES = 60;
    private static final int MAX_CAUSES = 10;
    private static final int MAX_MESSAGE_CHARS = 8_000;
    private static final String ENGINE = "dev.millstream.engine.";

    /** What else of ours can lie between a user's frames; users' own classes are elsewhere. */
    private static final List<String> OURS =
            List.of(
                    ENGINE,
                    "dev.millstream.api.",
                    "dev.millstream.connector.",
                    "dev.millstream.core.",
                    "dev.millstream.platform.",
                    "dev.millstream.streaming.",
                    "dev.millstream.types.",
                    "dev.millstream.util.");

    private StackText() {}

    static String ofUserCode(Throwable thrown) {
        return text(thrown, true);
    }

    static String complete(Throwable thrown) {
        return text(thrown, false);
    }

    /**
     * Class and message, even if the exception can't say its message. Our own are for people: they
     * do without the class.
     */
    static String brief(Throwable thrown) {
        String text;
        try {
            String message = thrown.getMessage();
            text =
                    message != null && isOurs(thrown.getClass().getName())
                            ? message
                            : thrown.toString();
        } catch (RuntimeException e) {
            text = thrown.getClass().getName() + " (its message is lost: getMessage() failed)";
        }
        return text.length() <= MAX_MESSAGE_CHARS
                ? text
                : text.substring(0, MAX_MESSAGE_CHARS) + "...";
    }

    private static String text(Throwable thrown, boolean userOnly) {
        StringBuilder text = new StringBuilder();
        Throwable at = thrown;
        for (int depth = 0; at != null && depth < MAX_CAUSES; depth++) {
            text.append(depth == 0 ? "" : "\nCaused by: ").append(brief(at));
            StackTraceElement[] all = at.getStackTrace();
            List<StackTraceElement> frames = userOnly ? userFrames(all) : List.of(all);
            for (int i = 0; i < frames.size() && i < MAX_FRAMES; i++) {
                text.append("\n\tat ").append(frames.get(i));
            }
            if (frames.size() > MAX_FRAMES) {
                text.append("\n\t... ").append(frames.size() - MAX_FRAMES).append(" more");
            }
            at = at.getCause();
        }
        return text.toString();
    }

    /**
     * The first run of frames above the engine's call of the user's function, without ours. None if
     * ours have thrown it and only the JDK's lie below.
     */
    private static List<StackTraceElement> userFrames(StackTraceElement[] all) {
        List<StackTraceElement> frames = new ArrayList<>();
        boolean usersToo = all.length > 0 && !isOurs(all[0].getClassName());
        for (StackTraceElement frame : all) {
            if (frame.getClassName().startsWith(ENGINE) && !frames.isEmpty()) {
                break;
            }
            if (!isOurs(frame.getClassName())) {
                frames.add(frame);
                usersToo |= !isOfTheJdk(frame.getClassName());
            }
        }
        return usersToo ? frames : List.of();
    }

    private static boolean isOfTheJdk(String className) {
        return className.startsWith("java.") || className.startsWith("jdk.");
    }

    private static boolean isOurs(String className) {
        for (String prefix : OURS) {
            if (className.startsWith(prefix)) {
                return true;
            }
        }
        return false;
    }
}
