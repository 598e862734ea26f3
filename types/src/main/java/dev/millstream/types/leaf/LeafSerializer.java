package dev.millstream.types.leaf;

import dev.millstream.types.SchemaBuilder;
import dev.millstream.types.Serializer;

/** Of an immutable type with a format of its own. */
abstract class LeafSerializer<T> extends Serializer<T> {
    private final String name;

    LeafSerializer(Class<?> type) {
        name = type.getName();
    }

    @Override
    public final T copy(T value) {
        return value;
    }

    @Override
    public final boolean isImmutable() {
        return true;
    }

    @Override
    protected final int describe(SchemaBuilder schema) {
        return schema.leaf(name);
    }
}
