package dev.millstream.types.evolution;

import dev.millstream.types.CorruptDataException;
import java.util.List;

/** What was written can't be read, since its classes have changed too much. */
public final class IncompatibleSchemaException extends CorruptDataException {
    private static final long serialVersionUID = 1L;

    IncompatibleSchemaException(String className, List<String> reasons) {
        super(
                "What was written of "
                        + className
                        + " can't be read with the classes that are here: "
                        + String.join("; ", reasons));
    }
}
