package dev.millstream.configuration;

/** A configured value is not of its option's type. The message names key, value and type. */
public final class InvalidOptionException extends IllegalArgumentException {
    private static final long serialVersionUID = 1L;

    private final String key;

    InvalidOptionException(String key, String value, String expected, Throwable cause) {
        super("The value '" + value + "' of the option '" + key + "' is not " + expected, cause);
        this.key = key;
    }

    /** The key as it was configured. */
    public String key() {
        return key;
    }
}
