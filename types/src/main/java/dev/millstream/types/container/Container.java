package dev.millstream.types.container;

import dev.millstream.types.Serializer;
import java.util.List;

/** A serializer of values that hold others. */
public interface Container {
    /**
     * The same, with other serializers for what it holds.
     *
     * @param parts as many as the schema has members, in their order
     */
    Serializer<?> withParts(List<Serializer<Object>> parts);
}
