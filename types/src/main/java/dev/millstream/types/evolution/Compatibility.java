package dev.millstream.types.evolution;

import java.util.List;

/** Whether what was written with one schema can be read where a type has another. */
public sealed interface Compatibility {
    /** It can be read as it is: the bytes are the same. */
    record AsIs() implements Compatibility {}

    /**
     * It can be read, and looks different when it is written again.
     *
     * @param changes each names class, field and what happens to its values
     */
    record AfterMigration(List<String> changes) implements Compatibility {
        public AfterMigration {
            changes = List.copyOf(changes);
        }
    }

    /**
     * It can't be read.
     *
     * @param reasons each names class, field, both types and what to do
     */
    record Incompatible(List<String> reasons) implements Compatibility {
        public Incompatible {
            reasons = List.copyOf(reasons);
        }
    }

    /** Whether it can be read. */
    default boolean isReadable() {
        return !(this instanceof Incompatible);
    }
}
