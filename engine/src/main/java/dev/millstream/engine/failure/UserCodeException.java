package dev.millstream.engine.failure;

/** A user's function, source or sink has thrown something, an {@link Error} included. */
public final class UserCodeException extends TaskException {
    private static final long serialVersionUID = 1L;

    /** The operator, subtask and TaskManager. */
    private final String location;

    /**
     * @param location the operator, subtask and TaskManager, such as {@code map 'parse' (2/4) on
     *     tm-1}
     * @param thrown by the user's code
     */
    public UserCodeException(String location, Throwable thrown) {
        super(location + " failed", thrown);
        this.location = location;
    }

    public String location() {
        return location;
    }
}
