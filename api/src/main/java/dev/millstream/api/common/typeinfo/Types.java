package dev.millstream.api.common.typeinfo;

import dev.millstream.api.java.tuple.Tuple;
import java.lang.reflect.Type;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Types by name, for {@code returns} and the like. None of them is ever needed. */
public final class Types {
    /** {@link Void}. */
    public static final TypeInformation<Void> VOID = TypeInformation.of(Void.class);

    /** {@link String}. */
    public static final TypeInformation<String> STRING = TypeInformation.of(String.class);

    /** {@link Byte}. */
    public static final TypeInformation<Byte> BYTE = TypeInformation.of(Byte.class);

    /** {@link Boolean}. */
    public static final TypeInformation<Boolean> BOOLEAN = TypeInformation.of(Boolean.class);

    /** {@link Short}. */
    public static final TypeInformation<Short> SHORT = TypeInformation.of(Short.class);

    /** {@link Integer}. */
    public static final TypeInformation<Integer> INT = TypeInformation.of(Integer.class);

    /** {@link Long}. */
    public static final TypeInformation<Long> LONG = TypeInformation.of(Long.class);

    /** {@link Float}. */
    public static final TypeInformation<Float> FLOAT = TypeInformation.of(Float.class);

    /** {@link Double}. */
    public static final TypeInformation<Double> DOUBLE = TypeInformation.of(Double.class);

    /** {@link Character}. */
    public static final TypeInformation<Character> CHAR = TypeInformation.of(Character.class);

    /** {@link BigDecimal}. */
    public static final TypeInformation<BigDecimal> BIG_DEC = TypeInformation.of(BigDecimal.class);

    /** {@link BigInteger}. */
    public static final TypeInformation<BigInteger> BIG_INT = TypeInformation.of(BigInteger.class);

    /** {@link LocalDate}. */
    public static final TypeInformation<LocalDate> LOCAL_DATE = TypeInformation.of(LocalDate.class);

    /** {@link LocalTime}. */
    public static final TypeInformation<LocalTime> LOCAL_TIME = TypeInformation.of(LocalTime.class);

    /** {@link LocalDateTime}. */
    public static final TypeInformation<LocalDateTime> LOCAL_DATE_TIME =
            TypeInformation.of(LocalDateTime.class);

    /** {@link Instant}. */
    public static final TypeInformation<Instant> INSTANT = TypeInformation.of(Instant.class);

    private Types() {}

    /**
     * A tuple.
     *
     * @param types of its fields
     */
    @SuppressWarnings("TypeParameterUnusedInFormals") // the signature that users know
    public static <T extends Tuple> TypeInformation<T> TUPLE(TypeInformation<?>... types) {
        return generic(Tuple.getTupleClass(types.length), types);
    }

    /** A class whose fields are public or have getters and setters. */
    public static <T> TypeInformation<T> POJO(Class<T> pojoClass) {
        return TypeInformation.of(pojoClass);
    }

    /** Any class. */
    public static <T> TypeInformation<T> GENERIC(Class<T> genericClass) {
        return TypeInformation.of(genericClass);
    }

    /** An enum. */
    public static <E extends Enum<E>> TypeInformation<E> ENUM(Class<E> enumType) {
        return TypeInformation.of(enumType);
    }

    /** An array of primitives. */
    public static <A> TypeInformation<A> PRIMITIVE_ARRAY(TypeInformation<?> elementType) {
        return array(primitive(elementType.getTypeClass()));
    }

    /** An array of objects. */
    public static <E> TypeInformation<E[]> OBJECT_ARRAY(TypeInformation<E> elementType) {
        return array(elementType.getTypeClass());
    }

    /** A list. */
    public static <E> TypeInformation<List<E>> LIST(TypeInformation<E> elementType) {
        return generic(List.class, elementType);
    }

    /** A map. */
    public static <K, V> TypeInformation<Map<K, V>> MAP(
            TypeInformation<K> keyType, TypeInformation<V> valueType) {
        return generic(Map.class, keyType, valueType);
    }

    private static <T> TypeInformation<T> array(Class<?> component) {
        return TypeInformation.ofType(component.arrayType());
    }

    private static <T> TypeInformation<T> generic(Class<?> raw, TypeInformation<?>... arguments) {
        Type[] types = new Type[arguments.length];
        for (int i = 0; i < types.length; i++) {
            Optional<Type> known = arguments[i].type();
            if (known.isEmpty()) {
                return TypeInformation.unknown();
            }
            types[i] = known.get();
        }
        return TypeInformation.ofType(
                types.length == 0 ? raw : new SerializableTypes.Parameterized(raw, types, null));
    }

    private static Class<?> primitive(Class<?> boxed) {
        return java.lang.invoke.MethodType.methodType(boxed).unwrap().returnType();
    }
}
