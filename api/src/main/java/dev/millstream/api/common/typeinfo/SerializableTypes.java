package dev.millstream.api.common.typeinfo;

import java.io.Serializable;
import java.lang.reflect.GenericArrayType;
import java.lang.reflect.ParameterizedType;
import java.lang.reflect.Type;
import java.lang.reflect.WildcardType;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.StringJoiner;
import org.jspecify.annotations.Nullable;

/** Copies of reflected types that can be serialised, without wildcards and variables. */
final class SerializableTypes {
    private SerializableTypes() {}

    /** Empty if a type variable is in it. */
    static Optional<Type> of(Type type) {
        return switch (type) {
            case Class<?> known -> Optional.of(known);
            case ParameterizedType parameterized -> ofParameterized(parameterized);
            case GenericArrayType array ->
                    of(array.getGenericComponentType()).map(SerializableTypes::arrayOf);
            case WildcardType wildcard -> of(bound(wildcard));
            default -> Optional.empty();
        };
    }

    private static Type bound(WildcardType wildcard) {
        Type[] lower = wildcard.getLowerBounds();
        return lower.length > 0 ? lower[0] : wildcard.getUpperBounds()[0];
    }

    private static Type arrayOf(Type component) {
        return component instanceof Class<?> known ? known.arrayType() : new ArrayOf(component);
    }

    private static Optional<Type> ofParameterized(ParameterizedType type) {
        List<Type> arguments = new ArrayList<>();
        for (Type argument : type.getActualTypeArguments()) {
            Optional<Type> known = of(argument);
            if (known.isEmpty()) {
                return Optional.empty();
            }
            arguments.add(known.get());
        }
        Type owner = type.getOwnerType();
        return Optional.of(
                new Parameterized(
                        (Class<?>) type.getRawType(), arguments.toArray(Type[]::new), owner));
    }

    /** A class with type arguments. Equal to the JDK's own of the same content. */
    static final class Parameterized implements ParameterizedType, Serializable {
        private static final long serialVersionUID = 1L;

        private final Class<?> raw;
        private final Type[] arguments;
        private final @Nullable Type owner;

        Parameterized(Class<?> raw, Type[] arguments, @Nullable Type owner) {
            this.raw = raw;
            this.arguments = arguments;
            this.owner = owner == null ? null : of(owner).orElse(raw.getDeclaringClass());
        }

        @Override
        public Type[] getActualTypeArguments() {
            return arguments.clone();
        }

        @Override
        public Type getRawType() {
            return raw;
        }

        @Override
        public @Nullable Type getOwnerType() {
            return owner;
        }

        @Override
        public boolean equals(Object other) {
            return other instanceof ParameterizedType that
                    && raw.equals(that.getRawType())
                    && Objects.equals(owner, that.getOwnerType())
                    && Arrays.equals(arguments, that.getActualTypeArguments());
        }

        @Override
        public int hashCode() {
            return Arrays.hashCode(arguments) ^ Objects.hashCode(owner) ^ raw.hashCode();
        }

        @Override
        public String toString() {
            StringJoiner text = new StringJoiner(", ", raw.getName() + "<", ">");
            for (Type argument : arguments) {
                text.add(argument.getTypeName());
            }
            return text.toString();
        }
    }

    /** An array whose component type has type arguments. */
    record ArrayOf(Type component) implements GenericArrayType, Serializable {
        @Override
        public Type getGenericComponentType() {
            return component;
        }

        Class<?> rawClass() {
            return switch (component) {
                case Class<?> known -> known.arrayType();
                case ParameterizedType parameterized ->
                        ((Class<?>) parameterized.getRawType()).arrayType();
                case ArrayOf array -> array.rawClass().arrayType();
                default -> Object[].class;
            };
        }

        @Override
        public String toString() {
            return component.getTypeName() + "[]";
        }
    }
}
