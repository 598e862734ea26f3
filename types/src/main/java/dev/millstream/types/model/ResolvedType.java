package dev.millstream.types.model;

import java.lang.reflect.GenericArrayType;
import java.lang.reflect.ParameterizedType;
import java.lang.reflect.Type;
import java.lang.reflect.TypeVariable;
import java.lang.reflect.WildcardType;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * A type without variables: a class and what its parameters stand for. A parameter of which nothing
 * is known stands for {@code Object}.
 *
 * @param raw its erasure
 * @param arguments one for each type parameter; of an array, the component type
 */
public record ResolvedType(Class<?> raw, List<ResolvedType> arguments) {
    private static final ResolvedType OBJECT = new ResolvedType(Object.class, List.of());

    // Ends types such as class T<A> { T<List<A>> next; }, which have no end of their own.
    private static final int MAX_NESTING = 10;

    /** Resolves a type as reflection gives it; variables stand for {@code Object}. */
    public static ResolvedType of(Type type) {
        return resolve(type, Map.of());
    }

    /** Resolves the type of a member of this type, as reflection gives it. */
    public ResolvedType member(Type declared) {
        return resolve(declared, bindings());
    }

    private Map<TypeVariable<?>, ResolvedType> bindings() {
        if (raw.isArray() || arguments.isEmpty()) {
            return Map.of();
        }
        Map<TypeVariable<?>, ResolvedType> bindings = new HashMap<>();
        TypeVariable<?>[] parameters = raw.getTypeParameters();
        for (int i = 0; i < parameters.length; i++) {
            bindings.put(parameters[i], arguments.get(i));
        }
        return bindings;
    }

    // No switch over patterns: linking one costs milliseconds, and every job's start comes by here.
    private static ResolvedType resolve(Type type, Map<TypeVariable<?>, ResolvedType> bindings) {
        if (type instanceof Class<?> plain) {
            return erased(plain);
        }
        if (type instanceof ParameterizedType generic) {
            return resolveGeneric(generic, bindings);
        }
        if (type instanceof GenericArrayType array) {
            ResolvedType component = resolve(array.getGenericComponentType(), bindings);
            return new ResolvedType(component.raw.arrayType(), List.of(component));
        }
        if (type instanceof TypeVariable<?> variable) {
            return bindings.getOrDefault(variable, OBJECT);
        }
        if (type instanceof WildcardType wildcard) {
            return resolve(wildcard.getUpperBounds()[0], bindings);
        }
        throw new IllegalArgumentException("Not a Java type: " + type);
    }

    private static ResolvedType resolveGeneric(
            ParameterizedType generic, Map<TypeVariable<?>, ResolvedType> bindings) {
        List<ResolvedType> arguments = new ArrayList<>();
        for (Type argument : generic.getActualTypeArguments()) {
            arguments.add(resolve(argument, bindings));
        }
        Class<?> raw = (Class<?>) generic.getRawType();
        ResolvedType resolved = new ResolvedType(raw, List.copyOf(arguments));
        return resolved.nesting() > MAX_NESTING ? erased(raw) : resolved;
    }

    /** A class of whose parameters nothing is known. */
    public static ResolvedType erased(Class<?> raw) {
        if (raw.isArray()) {
            return new ResolvedType(raw, List.of(erased(raw.getComponentType())));
        }
        int parameters = raw.getTypeParameters().length;
        if (parameters == 0) {
            return new ResolvedType(raw, List.of());
        }
        return new ResolvedType(raw, List.copyOf(Collections.nCopies(parameters, OBJECT)));
    }

    private int nesting() {
        int deepest = 0;
        for (ResolvedType argument : arguments) {
            deepest = Math.max(deepest, argument.nesting());
        }
        return deepest + 1;
    }

    /** The superclass with its arguments. */
    public ResolvedType superclass() {
        Type superclass = raw.getGenericSuperclass();
        return superclass == null ? OBJECT : member(superclass);
    }

    /**
     * A direct subtype, with those of its arguments that follow from this type's: of {@code
     * Shape<String>}, {@code Circle<String>} for {@code record Circle<T>() implements Shape<T>}.
     */
    public ResolvedType subtype(Class<?> subclass) {
        TypeVariable<?>[] parameters = subclass.getTypeParameters();
        if (parameters.length == 0 || arguments.isEmpty()) {
            return erased(subclass);
        }
        Map<Type, ResolvedType> known = new HashMap<>();
        for (Type supertype : supertypesOf(subclass)) {
            if (supertype instanceof ParameterizedType generic && generic.getRawType() == raw) {
                Type[] given = generic.getActualTypeArguments();
                for (int i = 0; i < given.length; i++) {
                    known.put(given[i], arguments.get(i));
                }
            }
        }
        List<ResolvedType> resolved = new ArrayList<>();
        for (TypeVariable<?> parameter : parameters) {
            resolved.add(known.getOrDefault(parameter, OBJECT));
        }
        return new ResolvedType(subclass, List.copyOf(resolved));
    }

    private static List<Type> supertypesOf(Class<?> type) {
        List<Type> supertypes = new ArrayList<>(List.of(type.getGenericInterfaces()));
        Type superclass = type.getGenericSuperclass();
        if (superclass != null) {
            supertypes.add(superclass);
        }
        return supertypes;
    }

    // By hand: a record's own equals and hashCode are linked on first use, which costs 8 ms of a
    // job's start.
    @Override
    public boolean equals(@Nullable Object other) {
        return other instanceof ResolvedType that
                && raw == that.raw
                && arguments.equals(that.arguments);
    }

    @Override
    public int hashCode() {
        return 31 * raw.hashCode() + arguments.hashCode();
    }

    /** Binary names, such as {@code java.util.List<java.lang.String>}. */
    @Override
    public String toString() {
        if (arguments.isEmpty()) {
            return raw.getName();
        }
        return arguments.stream()
                .map(ResolvedType::toString)
                .collect(Collectors.joining(",", raw.getName() + "<", ">"));
    }
}
