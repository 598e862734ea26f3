package dev.millstream.types.value;

import dev.millstream.types.model.ImmutableTypes;

/** Finds out whether values of a class can be shared between threads and operators. */
public final class Immutability {
    // Kept with the class itself, so that neither keeps the other from being unloaded.
    private static final ClassValue<Boolean> KNOWN =
            new ClassValue<>() {
                @Override
                protected Boolean computeValue(Class<?> type) {
                    return ImmutableTypes.isDeeplyImmutable(type);
                }
            };

    private Immutability() {}

    /**
     * Whether no object of exactly this class, nor anything reachable from it, can change: boxed
     * primitives, strings, enums, java.time and the like, records and final classes of such. Found
     * out once per class, without generating anything. Thread-safe.
     */
    public static boolean isDeeplyImmutable(Class<?> type) {
        return KNOWN.get(type);
    }
}
