package dev.millstream.types.serialization;

import dev.millstream.types.Serializer;
import dev.millstream.types.container.ArraySerializer;
import dev.millstream.types.container.CollectionKind;
import dev.millstream.types.container.CollectionSerializer;
import dev.millstream.types.container.EnumContainerSerializers;
import dev.millstream.types.container.MapKind;
import dev.millstream.types.container.MapSerializer;
import dev.millstream.types.container.OptionalSerializer;
import dev.millstream.types.model.ResolvedType;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Finds the serializers of containers and those of their elements. */
final class ContainerResolution {
    private final TypeResolution types;

    ContainerResolution(TypeResolution types) {
        this.types = types;
    }

    /** Null if the type is no container. */
    @Nullable Serializer<?> resolve(ResolvedType type, TypePath path) {
        Class<?> raw = type.raw();
        if (raw.isArray()) {
            ResolvedType component = type.arguments().getFirst();
            return new ArraySerializer(
                    raw.getComponentType(),
                    component.toString(),
                    types.resolve(component, path.element()));
        }
        if (raw == Optional.class) {
            ResolvedType content = type.arguments().getFirst();
            return new OptionalSerializer(
                    content.toString(), types.resolve(content, path.element()));
        }
        CollectionKind collection = CollectionKind.ofDeclared(raw);
        if (collection != null) {
            ResolvedType element = type.arguments().getFirst();
            return new CollectionSerializer(
                    collection, element.toString(), types.resolve(element, path.element()));
        }
        MapKind map = MapKind.ofDeclared(raw);
        if (map != null) {
            return new MapSerializer(
                    map,
                    type.arguments().getFirst() + "," + type.arguments().getLast(),
                    types.resolve(type.arguments().getFirst(), path.element()),
                    types.resolve(type.arguments().getLast(), path.element()));
        }
        return ofEnums(type, path);
    }

    private @Nullable Serializer<?> ofEnums(ResolvedType type, TypePath path) {
        Class<?> raw = type.raw();
        if (raw == EnumSet.class && type.arguments().getFirst().raw().isEnum()) {
            return EnumContainerSerializers.ofSet(type.arguments().getFirst().raw());
        }
        if (raw == EnumMap.class && type.arguments().getFirst().raw().isEnum()) {
            ResolvedType value = type.arguments().getLast();
            return EnumContainerSerializers.ofMap(
                    type.arguments().getFirst().raw(),
                    value.toString(),
                    types.resolve(value, path.element()));
        }
        return null;
    }
}
