package dev.millstream.engine.failure;

/** A user's function, source or sink has thrown something, an {@link Error} included. */
public final class UserCodeException extends TaskException {
    private static final long serialVersionUID = 1L;

    /** The operator, subtask and TaskManager. */
    private final String location;

    private final String role;

    /**
     * The operator's own function has failed.
     *
     * @param location the operator, subtask and TaskManager, such as {@code map 'parse' (2/4) on
     *     tm-1}
     * @param thrown by the user's code
     */
    public UserCodeException(String location, Throwable thrown) {
        this(location, "", thrown);
    }

    /**
     * A function beside the operator's own has failed.
     *
     * @param role what it is to the operator, such as {@code the key selector of its output}
     */
    public UserCodeException(String location, String role, Throwable thrown) {
        super(location + " failed", thrown);
        this.location = location;
        this.role = role;
    }

    public String location() {
        return location;
    }

    /** What the function is to the operator; empty if it is the operator's own. */
    public String role() {
        return role;
    }
}
