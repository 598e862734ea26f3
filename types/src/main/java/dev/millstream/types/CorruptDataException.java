package dev.millstream.types;

import org.jspecify.annotations.Nullable;

/** Bytes that no serializer of the expected type, as it is here, has written. */
public class CorruptDataException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    public CorruptDataException(String message) {
        super(message);
    }

    public CorruptDataException(String message, @Nullable Throwable cause) {
        super(message, cause);
    }
}
