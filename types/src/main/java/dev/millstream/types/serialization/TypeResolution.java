package dev.millstream.types.serialization;

import dev.millstream.types.Serializer;
import dev.millstream.types.UnsupportedTypeException;
import dev.millstream.types.composite.DeferredSerializer;
import dev.millstream.types.container.EnumSerializer;
import dev.millstream.types.fallback.GenericTypes;
import dev.millstream.types.leaf.LeafSerializers;
import dev.millstream.types.leaf.SingletonSerializer;
import dev.millstream.types.model.ImmutableTypes;
import dev.millstream.types.model.Property;
import dev.millstream.types.model.ResolvedType;
import dev.millstream.types.model.Shape;
import java.lang.reflect.Modifier;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Finds the serializers of one type and of all types it consists of. What is found becomes visible
 * to others together, at the end: so none of it is seen incomplete, and nothing is locked. For one
 * thread.
 */
final class TypeResolution {
    private final Serializers serializers;
    private final ContainerResolution containers = new ContainerResolution(this);
    // Of types as declared, and of exactly their classes; not yet visible to others.
    private final Map<ResolvedType, Serializer<Object>> declared = new HashMap<>();
    private final Map<ResolvedType, Serializer<Object>> exact = new HashMap<>();

    TypeResolution(Serializers serializers) {
        this.serializers = serializers;
    }

    Map<ResolvedType, Serializer<Object>> declared() {
        return declared;
    }

    Map<ResolvedType, Serializer<Object>> exact() {
        return exact;
    }

    /** Of values whose class is the type's or, where it isn't final, a subclass. */
    Serializer<Object> resolve(ResolvedType type, TypePath path) {
        Serializer<Object> known = serializers.knownDeclared(type);
        if (known == null) {
            known = declared.get(type);
        }
        return known != null ? known : resolveNew(type, path);
    }

    private Serializer<Object> resolveNew(ResolvedType type, TypePath path) {
        Class<?> raw = type.raw();
        Serializer<Object> simple = simple(type, path);
        if (simple != null) {
            declared.put(type, simple);
            return simple;
        }
        if (raw.isSealed()) {
            return sealed(type, path);
        }
        if (raw.isInterface() || Modifier.isAbstract(raw.getModifiers()) || raw == Object.class) {
            return serializers.dynamic(raw, path);
        }
        if (Modifier.isFinal(raw.getModifiers())) {
            return exactly(type, path);
        }
        OpenSerializer open =
                new OpenSerializer(type, exactly(type, path), serializers.dynamic(raw, path));
        declared.put(type, open);
        return open;
    }

    // What is no class with fields; null if it is one.
    private @Nullable Serializer<Object> simple(ResolvedType type, TypePath path) {
        Class<?> raw = type.raw();
        Serializer<?> found = serializers.custom(raw);
        if (found == null) {
            found = LeafSerializers.of(raw);
        }
        if (found == null && raw.isEnum()) {
            found = new EnumSerializer(raw);
        }
        if (found == null) {
            found = containers.resolve(type, path);
        }
        return found == null ? null : Serializers.untyped(found);
    }

    /** Of values of exactly the type's class. */
    Serializer<Object> exactly(ResolvedType type, TypePath path) {
        Serializer<Object> known = serializers.knownExact(type);
        if (known == null) {
            known = exact.get(type);
        }
        if (known != null) {
            return known;
        }
        Serializer<Object> simple = simple(type, path);
        if (simple != null) {
            exact.put(type, simple);
            return simple;
        }
        return composite(type, path);
    }

    private Serializer<Object> composite(ResolvedType type, TypePath path) {
        return switch (Shape.of(type)) {
            case Shape.None none -> generic(type, path, none.reason());
            case Shape.Singleton singleton -> {
                Serializer<Object> serializer = new SingletonSerializer(singleton);
                exact.put(type, serializer);
                yield serializer;
            }
            case Shape.Fields fields -> {
                DeferredSerializer serializer = new DeferredSerializer(fields);
                exact.put(type, serializer);
                List<Serializer<?>> parts = new ArrayList<>();
                for (Property property : fields.properties()) {
                    parts.add(resolve(typeOf(property), path.field(property.name())));
                }
                serializer.parts(parts);
                yield serializer;
            }
        };
    }

    private Serializer<Object> generic(ResolvedType type, TypePath path, String reason) {
        return switch (serializers.decide(type.raw(), path, reason)) {
            case GenericTypes.Decision.Used used -> {
                exact.put(type, used.serializer());
                yield used.serializer();
            }
            case GenericTypes.Decision.Refused refused ->
                    throw unsupported(type, path, reason, refused.reason());
        };
    }

    // Of a variable of which nothing is known but its bound, the bound.
    private static ResolvedType typeOf(Property property) {
        return property.type().raw().isAssignableFrom(property.erased())
                        && property.type().raw() != property.erased()
                ? ResolvedType.erased(property.erased())
                : property.type();
    }

    private Serializer<Object> sealed(ResolvedType type, TypePath path) {
        SealedSerializer serializer =
                new SealedSerializer(
                        type,
                        ImmutableTypes.isDeeplyImmutable(type),
                        serializers.dynamic(type.raw(), path));
        declared.put(type, serializer);
        List<SealedSerializer.Option> options = new ArrayList<>();
        addOptions(type, path, options);
        serializer.options(options);
        return serializer;
    }

    private void addOptions(
            ResolvedType type, TypePath path, List<SealedSerializer.Option> options) {
        Class<?> raw = type.raw();
        if (!raw.isInterface() && !Modifier.isAbstract(raw.getModifiers())) {
            addOption(type, path, options);
        }
        if (raw.isSealed() && !raw.isEnum()) {
            for (Class<?> subclass : raw.getPermittedSubclasses()) {
                addOptions(type.subtype(subclass), path, options);
            }
        }
    }

    private void addOption(
            ResolvedType type, TypePath path, List<SealedSerializer.Option> options) {
        // Two ways may lead to a class: interfaces that extend others.
        for (SealedSerializer.Option option : options) {
            if (option.type() == type.raw()) {
                return;
            }
        }
        String name = "(" + type.raw().getSimpleName() + ")";
        options.add(
                new SealedSerializer.Option(
                        type.raw(),
                        SealedSerializer.tag(type.raw()),
                        exactly(type, new TypePath(path, name))));
    }

    private static UnsupportedTypeException unsupported(
            ResolvedType type, TypePath path, String reason, String noFallback) {
        return new UnsupportedTypeException(
                "Millstream can't serialise "
                        + type.raw().getName()
                        + " at "
                        + path
                        + ": "
                        + reason
                        + ". Make it a record, or a class with a constructor without arguments"
                        + " whose fields are public or have getters and setters; or register a"
                        + " serializer for it; or make the field transient"
                        + (noFallback.isEmpty() ? "" : ". " + noFallback),
                path.toString());
    }
}
