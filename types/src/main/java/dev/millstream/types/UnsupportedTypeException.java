package dev.millstream.types;

/** A type for which there is no serializer; the message says where it was met and what to do. */
public final class UnsupportedTypeException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    private final String path;

    /**
     * @param path where the type was met, such as {@code Order.customer.lock}
     */
    public UnsupportedTypeException(String message, String path) {
        super(message);
        this.path = path;
    }

    /** Where the type was met, such as {@code Order.customer.lock}. */
    public String path() {
        return path;
    }
}
