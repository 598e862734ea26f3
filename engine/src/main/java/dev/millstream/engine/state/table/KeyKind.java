package dev.millstream.engine.state.table;

/** How a table keeps its keys; decided once, from what is known of the keys' type. */
public enum KeyKind {
    /** {@link Long}s, unboxed. */
    LONG,
    /** {@link Integer}s, unboxed. */
    INT,
    /** Any class with a stable hash. */
    OBJECT;

    /** For keys of a class; {@link Object} when it isn't known. */
    public static KeyKind of(Class<?> keyClass) {
        if (keyClass == Long.class) {
            return LONG;
        }
        return keyClass == Integer.class ? INT : OBJECT;
    }
}
