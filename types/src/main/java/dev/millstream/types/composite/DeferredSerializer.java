package dev.millstream.types.composite;

import dev.millstream.types.Input;
import dev.millstream.types.Output;
import dev.millstream.types.SchemaBuilder;
import dev.millstream.types.Serializer;
import dev.millstream.types.model.Shape;
import java.util.ArrayList;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Of a record or POJO: knows its schema at once, and is generated when the first value comes along.
 * Every cycle of types passes through one, which bounds how deep values are nested.
 */
public final class DeferredSerializer extends Serializer<Object> {
    private final Composition composition;

    /**
     * Null until the first value. Written and read without synchronisation: a generated serializer
     * has final fields only, so whoever sees it sees all of it, and who doesn't generates another,
     * which does the same.
     */
    private @Nullable CompositeSerializer generated;

    public DeferredSerializer(Shape.Fields shape) {
        composition = new Composition(shape);
    }

    /** One serializer for each property, in order: once, before the first value. */
    public void parts(List<Serializer<?>> parts) {
        composition.parts(parts);
    }

    /** The class and its fields. */
    public Shape.Fields shape() {
        return composition.shape();
    }

    /** The generated serializer itself, for who wants to save the detour; made if need be. */
    public Serializer<Object> direct() {
        CompositeSerializer known = generated;
        return known != null ? known : generate(new IdentityHashMap<>());
    }

    private CompositeSerializer generate(Map<DeferredSerializer, Boolean> inProgress) {
        inProgress.put(this, true);
        List<Serializer<?>> constants = new ArrayList<>();
        for (Serializer<?> part : composition.parts()) {
            constants.add(direct(part, inProgress));
        }
        CompositeSerializer made = SerializerGenerator.generate(composition, constants);
        generated = made;
        inProgress.remove(this);
        return made;
    }

    // A part that is being generated contains this type: then the detour through it stays.
    private static Serializer<?> direct(
            Serializer<?> part, Map<DeferredSerializer, Boolean> inProgress) {
        if (!(part instanceof DeferredSerializer deferred) || inProgress.containsKey(deferred)) {
            return part;
        }
        CompositeSerializer known = deferred.generated;
        return known != null ? known : deferred.generate(inProgress);
    }

    @Override
    public void write(Object value, Output out) {
        out.enter();
        try {
            direct().write(value, out);
        } finally {
            out.leave();
        }
    }

    @Override
    public Object read(Input in) {
        in.enter();
        try {
            return direct().read(in);
        } finally {
            in.leave();
        }
    }

    @Override
    public Object copy(Object value) {
        return composition.isImmutable() ? value : direct().copy(value);
    }

    @Override
    public boolean isImmutable() {
        return composition.isImmutable();
    }

    @Override
    protected int describe(SchemaBuilder schema) {
        return composition.describe(schema);
    }
}
