package dev.millstream.types.closure;

import org.jspecify.annotations.Nullable;

/** A function that can't become bytes, or bytes that can't become a function. */
public final class ClosureException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    public ClosureException(String message, @Nullable Throwable cause) {
        super(message, cause);
    }
}
