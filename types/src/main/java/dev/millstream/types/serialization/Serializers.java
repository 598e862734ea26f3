package dev.millstream.types.serialization;

import dev.millstream.types.Input;
import dev.millstream.types.Output;
import dev.millstream.types.Serializer;
import dev.millstream.types.composite.DeferredSerializer;
import dev.millstream.types.fallback.FallbackUse;
import dev.millstream.types.fallback.GenericTypes;
import dev.millstream.types.model.ResolvedType;
import java.lang.reflect.Type;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicReferenceArray;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * Finds the serializer of a type; it is generated when its first value comes. Thread-safe. Holds on
 * to the classes it has met: one instance a class loader, dropped with it.
 */
public final class Serializers {
    private final ClassLoader classLoader;
    private final Map<Class<?>, Serializer<?>> custom;
    private final GenericTypes genericTypes;

    // Shared by the threads of all tasks of a job and read for values of unknown type, hence
    // concurrent maps. Two threads may find the same type at the same time; either result will do.
    private final Map<ResolvedType, Serializer<Object>> declared = new ConcurrentHashMap<>();
    private final Map<ResolvedType, Serializer<Object>> exact = new ConcurrentHashMap<>();
    private final Map<Class<?>, DynamicSerializer.ClassEntry> entries = new ConcurrentHashMap<>();

    // By number of known class; shared as well. A map would cost more than the value itself.
    private final AtomicReferenceArray<@Nullable Serializer<?>> known =
            new AtomicReferenceArray<>(KnownClasses.LIMIT);

    private final DynamicSerializer dynamic = new DynamicSerializer(this, Object.class, null);

    /**
     * @param classLoader where to look for classes whose names were written
     */
    public Serializers(ClassLoader classLoader) {
        this(classLoader, Map.of(), GenericTypes.none(classLoader));
    }

    private Serializers(
            ClassLoader classLoader,
            Map<Class<?>, Serializer<?>> custom,
            GenericTypes genericTypes) {
        this.classLoader = classLoader;
        this.custom = Map.copyOf(custom);
        this.genericTypes = genericTypes;
    }

    /** One with serializers for classes that can't be understood from their fields. */
    public static Builder builder(ClassLoader classLoader) {
        return new Builder(classLoader);
    }

    /**
     * The serializer of a type; a class, or a generic type with arguments.
     *
     * @param <T> values of the type
     * @throws dev.millstream.types.UnsupportedTypeException if there can't be one
     */
    // unchecked: T is whatever the caller knows the type to be.
    @SuppressWarnings("unchecked")
    public <T> Serializer<T> of(Type type) {
        ResolvedType resolved = ResolvedType.of(type);
        Serializer<Object> known = declared.get(resolved);
        if (known == null) {
            TypeResolution resolution = new TypeResolution(this);
            known = resolution.resolve(resolved, TypePath.of(resolved.raw()));
            publish(resolution);
        }
        return (Serializer<T>) known;
    }

    /** Writes values of any class, also null, with their class. */
    public Serializer<Object> dynamic() {
        return dynamic;
    }

    /**
     * Writes what {@link #dynamic} writes before a value of this class; returns the serializer of
     * the value itself.
     *
     * @throws dev.millstream.types.UnsupportedTypeException if there can't be one
     */
    public Serializer<Object> writeClass(Class<?> type, Output out) {
        return dynamic.writeClass(type, out);
    }

    /** Reads what {@link #writeClass} has written; null if what follows is nothing, for null. */
    public @Nullable Serializer<Object> readClass(Input in) {
        return dynamic.readClass(in);
    }

    /**
     * The serializer of values of exactly this class, of whose type parameters nothing is known.
     *
     * @throws dev.millstream.types.UnsupportedTypeException if there can't be one
     */
    public Serializer<Object> ofExactClass(Class<?> type) {
        return ofExactClass(KnownClasses.represented(type), null);
    }

    private Serializer<Object> ofExactClass(Class<?> type, @Nullable TypePath path) {
        ResolvedType resolved = ResolvedType.erased(type);
        Serializer<Object> known = exact.get(resolved);
        if (known == null) {
            TypeResolution resolution = new TypeResolution(this);
            TypePath root =
                    path == null
                            ? TypePath.of(type)
                            : new TypePath(path, "(" + type.getSimpleName() + ")");
            known = resolution.exactly(resolved, root);
            publish(resolution);
        }
        return known instanceof DeferredSerializer deferred ? deferred.direct() : known;
    }

    private void publish(TypeResolution resolution) {
        resolution.exact().forEach(exact::putIfAbsent);
        resolution.declared().forEach(declared::putIfAbsent);
    }

    /**
     * Finds a class by the name that was written.
     *
     * @throws ClassNotFoundException if this class loader has none
     */
    public Class<?> loadClass(String name) throws ClassNotFoundException {
        return Class.forName(name, false, classLoader);
    }

    DynamicSerializer.ClassEntry entry(Class<?> type, @Nullable TypePath path) {
        DynamicSerializer.ClassEntry known = entries.get(type);
        if (known != null) {
            return known;
        }
        Class<?> represented = KnownClasses.represented(type);
        DynamicSerializer.ClassEntry entry =
                new DynamicSerializer.ClassEntry(
                        type,
                        represented,
                        KnownClasses.tagOf(represented),
                        ofExactClass(represented, path));
        entries.putIfAbsent(type, entry);
        return entry;
    }

    Serializer<?> ofTag(int tag) {
        Serializer<?> serializer = known.get(tag);
        if (serializer == null) {
            serializer = ofExactClass(KnownClasses.ofTag(tag), null);
            known.set(tag, serializer);
        }
        return serializer;
    }

    Serializer<Object> dynamic(Class<?> bound, TypePath path) {
        return new DynamicSerializer(this, bound, path);
    }

    @Nullable Serializer<Object> knownDeclared(ResolvedType type) {
        return declared.get(type);
    }

    @Nullable Serializer<Object> knownExact(ResolvedType type) {
        return exact.get(type);
    }

    @Nullable Serializer<?> custom(Class<?> type) {
        return custom.get(type);
    }

    GenericTypes.Decision decide(Class<?> type, TypePath path, String reason) {
        return genericTypes.decide(type, path.toString(), reason);
    }

    // unchecked: whoever asks for a type's serializer passes values of that type.
    @SuppressWarnings("unchecked")
    static Serializer<Object> untyped(Serializer<?> serializer) {
        return (Serializer<Object>) serializer;
    }

    /** See {@link #builder}. For one thread. */
    public static final class Builder {
        private final ClassLoader classLoader;
        private final Map<Class<?>, Serializer<?>> custom = new HashMap<>();
        private final Set<Class<?>> general = new HashSet<>();
        private final List<Class<?>> takenApart = new ArrayList<>();
        private boolean generalAllowed;
        private Consumer<FallbackUse> listener = _ -> {};

        private Builder(ClassLoader classLoader) {
            this.classLoader = classLoader;
        }

        /** Values of exactly this class are written by this serializer. */
        public <T> Builder register(Class<T> type, Serializer<T> serializer) {
            custom.put(type, new FramedSerializer(type, untyped(serializer)));
            return this;
        }

        /** Whether the fallback writes classes that can't be taken apart; by default it doesn't. */
        public Builder genericTypes(boolean allowed) {
            generalAllowed = allowed;
            return this;
        }

        /** The fallback may write this class, also inside of others, whatever else is said. */
        public Builder allowGeneric(Class<?> type) {
            general.add(type);
            return this;
        }

        /** It is an error if this class can't be taken apart. */
        public Builder requireFields(Class<?> type) {
            takenApart.add(type);
            return this;
        }

        /** Is told of each class that the fallback writes, once, on any thread. */
        public Builder onFallback(Consumer<FallbackUse> newListener) {
            listener = newListener;
            return this;
        }

        /**
         * Makes them.
         *
         * @throws dev.millstream.types.UnsupportedTypeException if a class can't be taken apart
         *     that must
         */
        public Serializers build() {
            Serializers strict =
                    new Serializers(classLoader, custom, GenericTypes.none(classLoader));
            takenApart.forEach(strict::ofExactClass);
            return new Serializers(
                    classLoader,
                    custom,
                    new GenericTypes(generalAllowed, general, listener, classLoader));
        }
    }
}
