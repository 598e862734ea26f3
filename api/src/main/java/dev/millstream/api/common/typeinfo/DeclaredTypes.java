package dev.millstream.api.common.typeinfo;

import java.lang.reflect.GenericArrayType;
import java.lang.reflect.ParameterizedType;
import java.lang.reflect.Type;
import java.lang.reflect.TypeVariable;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Type arguments with which a class extends a generic supertype. */
final class DeclaredTypes {
    private DeclaredTypes() {}

    /**
     * A type argument of the supertype.
     *
     * @param type the class
     * @param base its supertype
     * @param index which argument
     * @param inputs types of the first arguments, as far as they are known: variables in these get
     *     their values from them
     * @return empty if there are variables in it that have no value
     */
    static Optional<Type> argument(
            Class<?> type, Class<?> base, int index, List<TypeInformation<?>> inputs) {
        Type[] arguments = argumentsOf(type, base, Map.of());
        if (index >= arguments.length) {
            return Optional.empty();
        }
        Map<TypeVariable<?>, Type> values = new HashMap<>();
        for (int i = 0; i < inputs.size() && i < arguments.length; i++) {
            Type pattern = arguments[i];
            inputs.get(i).type().ifPresent(known -> match(pattern, known, values));
        }
        return SerializableTypes.of(replace(arguments[index], values));
    }

    /** None when the supertype is extended without type arguments. */
    private static Type[] argumentsOf(
            Type type, Class<?> base, Map<TypeVariable<?>, Type> outerValues) {
        Map<TypeVariable<?>, Type> values = new HashMap<>();
        Class<?> raw = rawClass(type);
        Type[] arguments = new Type[0];
        if (type instanceof ParameterizedType parameterized) {
            arguments = parameterized.getActualTypeArguments();
            for (int i = 0; i < arguments.length; i++) {
                arguments[i] = replace(arguments[i], outerValues);
                values.put(raw.getTypeParameters()[i], arguments[i]);
            }
        }
        if (raw == base) {
            return arguments;
        }
        for (Type parent : raw.getGenericInterfaces()) {
            if (base.isAssignableFrom(rawClass(parent))) {
                return argumentsOf(parent, base, values);
            }
        }
        Type parent = raw.getGenericSuperclass();
        return parent != null && base.isAssignableFrom(rawClass(parent))
                ? argumentsOf(parent, base, values)
                : new Type[0];
    }

    private static Class<?> rawClass(Type type) {
        return type instanceof ParameterizedType parameterized
                ? (Class<?>) parameterized.getRawType()
                : (Class<?>) type;
    }

    private static Type replace(Type type, Map<TypeVariable<?>, Type> values) {
        return switch (type) {
            case TypeVariable<?> variable -> values.getOrDefault(variable, variable);
            case ParameterizedType parameterized -> {
                Type[] arguments = parameterized.getActualTypeArguments();
                for (int i = 0; i < arguments.length; i++) {
                    arguments[i] = replace(arguments[i], values);
                }
                yield new SerializableTypes.Parameterized(
                        rawClass(parameterized), arguments, parameterized.getOwnerType());
            }
            case GenericArrayType array ->
                    new SerializableTypes.ArrayOf(replace(array.getGenericComponentType(), values));
            default -> type;
        };
    }

    private static void match(Type pattern, Type known, Map<TypeVariable<?>, Type> values) {
        if (pattern instanceof TypeVariable<?> variable) {
            values.putIfAbsent(variable, known);
        } else if (pattern instanceof ParameterizedType wanted
                && known instanceof ParameterizedType found
                && wanted.getRawType().equals(found.getRawType())) {
            Type[] inner = wanted.getActualTypeArguments();
            for (int i = 0; i < inner.length; i++) {
                match(inner[i], found.getActualTypeArguments()[i], values);
            }
        }
    }
}
