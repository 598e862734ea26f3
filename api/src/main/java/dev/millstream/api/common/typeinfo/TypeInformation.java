package dev.millstream.api.common.typeinfo;

import dev.millstream.api.java.tuple.Tuple;
import java.io.Serializable;
import java.lang.reflect.ParameterizedType;
import java.lang.reflect.Type;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * What is known of the type of a stream's records: a {@link Type}, or nothing, in which case it is
 * learned from the records. Immutable.
 */
public final class TypeInformation<T> implements Serializable {
    private static final long serialVersionUID = 1L;

    /** In a form that can be serialised; null when unknown. */
    private final @Nullable Type type;

    private TypeInformation(@Nullable Type type) {
        this.type = type;
    }

    /** The type is learned from the records. */
    public static <T> TypeInformation<T> unknown() {
        return new TypeInformation<>(null);
    }

    /** Of a class without type parameters. */
    public static <T> TypeInformation<T> of(Class<T> typeClass) {
        return new TypeInformation<>(typeClass);
    }

    /** Of a type with type parameters: {@code of(new TypeHint<List<String>>() {})}. */
    public static <T> TypeInformation<T> of(TypeHint<T> typeHint) {
        return typeHint.getTypeInfo();
    }

    /**
     * Of any type. One that still has a type variable in it is unknown; wildcards count as their
     * bounds.
     */
    public static <T> TypeInformation<T> ofType(Type type) {
        return new TypeInformation<>(SerializableTypes.of(type).orElse(null));
    }

    /** Of a type that {@link SerializableTypes} has made. */
    static <T> TypeInformation<T> ofSerializable(Optional<Type> type) {
        return new TypeInformation<>(type.orElse(null));
    }

    /** The type, as far as it is known. It can be serialised, unlike those of the JDK. */
    public Optional<Type> type() {
        return Optional.ofNullable(type);
    }

    /** Whether anything is known. */
    public boolean isKnown() {
        return type != null;
    }

    /** The class of the records; {@code Object} when it isn't known. */
    @SuppressWarnings("unchecked") // the class is the erasure of T, which nothing at run time holds
    public Class<T> getTypeClass() {
        return (Class<T>) rawClass();
    }

    private Class<?> rawClass() {
        return switch (type) {
            case Class<?> known -> known;
            case ParameterizedType parameterized -> (Class<?>) parameterized.getRawType();
            case SerializableTypes.ArrayOf array -> array.rawClass();
            case null, default -> Object.class;
        };
    }

    /** Whether records are tuples. */
    public boolean isTupleType() {
        return Tuple.class.isAssignableFrom(rawClass());
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof TypeInformation<?> that && Objects.equals(type, that.type);
    }

    @Override
    public int hashCode() {
        return Objects.hashCode(type);
    }

    @Override
    public String toString() {
        return type == null ? "unknown" : type.getTypeName();
    }
}
