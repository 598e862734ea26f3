package dev.millstream.core.execution;

/**
 * A program was called with arguments that it can't work with. When its main method throws this,
 * the command line shows the message alone, as for wrong options of its own.
 */
public class ProgramParametrizationException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    /**
     * @param message which argument is wrong, and what to give instead
     */
    public ProgramParametrizationException(String message) {
        super(message);
    }
}
