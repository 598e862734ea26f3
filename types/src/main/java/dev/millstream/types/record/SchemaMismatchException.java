package dev.millstream.types.record;

import dev.millstream.types.CorruptDataException;
import org.jspecify.annotations.Nullable;

/** A class differs between where a record was written and where it is read. */
public final class SchemaMismatchException extends CorruptDataException {
    private static final long serialVersionUID = 1L;

    SchemaMismatchException(String message, @Nullable Throwable cause) {
        super(message, cause);
    }
}
