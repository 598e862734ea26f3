package dev.millstream.configuration;

/**
 * A configured value can't be used: it is not of its option's type, or contradicts another. The
 * message names key, value, and what is expected.
 */
public final class InvalidOptionException extends IllegalArgumentException {
    private static final long serialVersionUID = 1L;

    /** For what an option's type alone can't say. */
    public InvalidOptionException(String message) {
        super(message);
    }

    InvalidOptionException(String key, String value, String expected, Throwable cause) {
        super("The value '" + value + "' of the option '" + key + "' is not " + expected, cause);
    }
}
