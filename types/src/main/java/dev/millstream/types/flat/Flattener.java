package dev.millstream.types.flat;

import java.util.Optional;

/**
 * Keeps objects of one class as numbers in an array, where they cost the collector nothing. All
 * that such an object consists of are primitive fields; what is loaded is equal to what was stored
 * field by field, bit by bit, but is another object. Thread-safe.
 */
public abstract class Flattener {
    private static final ClassValue<Optional<Flattener>> KNOWN =
            new ClassValue<>() {
                @Override
                protected Optional<Flattener> computeValue(Class<?> type) {
                    return BoxFlatteners.of(type).or(() -> FlattenerGenerator.generate(type));
                }
            };

    private final Class<?> type;
    private final int width;

    /** For this class's own and generated subclasses. */
    protected Flattener(Class<?> type, int width) {
        this.type = type;
        this.width = width;
    }

    /**
     * For objects of exactly this class; empty unless it is a box of a number, a record, or a class
     * with a constructor without arguments, whose fields are few, primitive and, but for a
     * record's, not final. That constructor is called for each object that is loaded.
     */
    public static Optional<Flattener> of(Class<?> type) {
        return KNOWN.get(type);
    }

    /** Whether an object is of the class. */
    public final boolean takes(Object value) {
        return value.getClass() == type;
    }

    /** How many numbers an object takes. */
    public final int width() {
        return width;
    }

    /**
     * Makes an object.
     *
     * @param at index of its first number
     */
    public abstract Object load(long[] cells, int at);

    /**
     * Writes an object's fields.
     *
     * @param value one that it {@link #takes}
     * @param at where its first number goes
     */
    public abstract void store(Object value, long[] cells, int at);
}
