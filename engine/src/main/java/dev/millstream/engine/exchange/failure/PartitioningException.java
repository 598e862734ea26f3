package dev.millstream.engine.exchange.failure;

import org.jspecify.annotations.Nullable;

/**
 * The user's key selector or partitioner threw, or answered with what can't be used. The message
 * says which; the cause, if there is one, is what the user's code threw.
 */
public final class PartitioningException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    public PartitioningException(String message, @Nullable Throwable cause) {
        super(message, cause);
    }
}
