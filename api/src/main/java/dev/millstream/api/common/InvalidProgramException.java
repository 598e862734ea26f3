package dev.millstream.api.common;

/**
 * A program that can't work. The message names the operator, the line of the program, and what to
 * change.
 */
public class InvalidProgramException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    /** With a message for the program's author. */
    public InvalidProgramException(String message) {
        super(message);
    }

    /** With a message for the program's author. */
    public InvalidProgramException(String message, Throwable cause) {
        super(message, cause);
    }
}
