package dev.millstream.types.composite;

import dev.millstream.types.CorruptDataException;
import dev.millstream.types.Input;
import dev.millstream.types.SchemaBuilder;
import dev.millstream.types.Serializer;
import dev.millstream.types.model.Shape;

/**
 * The superclass of generated serializers. Public because they live in the packages and class
 * loaders of the classes they serialise.
 *
 * <p>The format: one byte for each eight fields that aren't primitive, with a bit set for each that
 * is null, lowest first; then the fields that aren't null, in order. A class without fields takes
 * one byte of 0.
 */
public abstract class CompositeSerializer extends Serializer<Object> {
    private final Composition composition;

    protected CompositeSerializer(Composition composition) {
        this.composition = composition;
    }

    /** The class and its fields. */
    public final Shape.Fields shape() {
        return composition.shape();
    }

    @Override
    public final boolean isImmutable() {
        return composition.isImmutable();
    }

    @Override
    protected final int describe(SchemaBuilder schema) {
        return composition.describe(schema);
    }

    /** What to throw when a constructor or setter of the user's class has refused what was read. */
    protected final RuntimeException refused(Input in, RuntimeException cause) {
        return cause instanceof CorruptDataException
                ? cause
                : in.corrupt("values that " + composition.className() + " refuses", cause);
    }
}
