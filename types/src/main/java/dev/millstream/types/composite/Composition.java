package dev.millstream.types.composite;

import dev.millstream.types.Schema;
import dev.millstream.types.SchemaBuilder;
import dev.millstream.types.Serializer;
import dev.millstream.types.model.FormerNames;
import dev.millstream.types.model.ImmutableTypes;
import dev.millstream.types.model.Property;
import dev.millstream.types.model.Shape;
import java.util.List;

/** A class with fields, and the serializer of each. Immutable once the parts are known. */
public final class Composition {
    private final Shape.Fields shape;
    private final boolean immutable;
    private List<Serializer<?>> parts = List.of();

    Composition(Shape.Fields shape) {
        this.shape = shape;
        immutable = ImmutableTypes.isDeeplyImmutable(shape.type());
    }

    Shape.Fields shape() {
        return shape;
    }

    List<Property> properties() {
        return shape.properties();
    }

    String className() {
        return shape.type().raw().getName();
    }

    boolean isImmutable() {
        return immutable;
    }

    /** One for each property. Set before the serializer is given away, and never again. */
    void parts(List<Serializer<?>> newParts) {
        if (newParts.size() != shape.properties().size()) {
            throw new IllegalArgumentException("One serializer a property of " + className());
        }
        parts = List.copyOf(newParts);
    }

    List<Serializer<?>> parts() {
        return parts;
    }

    int describe(SchemaBuilder schema) {
        return schema.type(
                shape.isRecord() ? Schema.Kind.RECORD : Schema.Kind.POJO,
                shape.type().toString(),
                className(),
                members -> {
                    members.formerly(FormerNames.of(shape.type().raw()));
                    for (int i = 0; i < parts.size(); i++) {
                        Property property = shape.properties().get(i);
                        members.add(property.name(), property.formerNames(), parts.get(i));
                    }
                });
    }
}
