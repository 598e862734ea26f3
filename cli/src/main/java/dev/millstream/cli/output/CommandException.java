package dev.millstream.cli.output;

import org.jspecify.annotations.Nullable;

/**
 * A command can't go on. Its message is one paragraph for the user: what, where, why, what to do.
 */
public final class CommandException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    private final int exitCode;
    private final String userTrace;

    private CommandException(
            int exitCode, String message, String userTrace, @Nullable Throwable cause) {
        super(message, cause);
        this.exitCode = exitCode;
        this.userTrace = userTrace;
    }

    /** The call was wrong. */
    public static CommandException usage(String message) {
        return new CommandException(ExitCode.USAGE, message, "", null);
    }

    /** What was asked for could not be done. */
    public static CommandException failed(String message) {
        return new CommandException(ExitCode.FAILED, message, "", null);
    }

    /** What was asked for could not be done, or was wrong. */
    public static CommandException of(int exitCode, String message, Throwable cause) {
        return new CommandException(exitCode, message, "", cause);
    }

    /**
     * The user's code has failed.
     *
     * @param userTrace the frames of that code, lines as in a stack trace; may be empty
     */
    public static CommandException inUserCode(String message, String userTrace, Throwable cause) {
        return new CommandException(ExitCode.FAILED, message, userTrace, cause);
    }

    public int exitCode() {
        return exitCode;
    }

    /** What is shown below the message; the causes are shown with {@code --stacktrace} only. */
    public String userTrace() {
        return userTrace;
    }
}
