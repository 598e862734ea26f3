package dev.millstream.types.key;

import java.math.BigDecimal;
import java.math.BigInteger;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Hashes of keys that are the same in every JVM, for ever: key groups, and so the place of state,
 * follow from them. Made of the content of strings, boxed primitives, numbers, java.time, UUIDs,
 * enums (by name), lists, sets, maps, optionals, records and {@link HashedByFields classes that say
 * so}; of other classes it is their own {@code hashCode}, which they must override. Thread-safe.
 */
public final class StableHash {
    private static final int NULL = 0;

    private StableHash() {}

    /**
     * The key's hash.
     *
     * @throws IllegalArgumentException if the key, or something in it, has no stable hash
     */
    public static int hash(Object key) {
        // First what most keys are.
        if (key instanceof String text) {
            return Mixing.mix(text.hashCode());
        }
        if (key instanceof Long number) {
            return ofLong(number);
        }
        if (key instanceof Integer number) {
            return ofInt(number);
        }
        if (key instanceof Record) {
            return KeyClass.of(key.getClass()).hash(key);
        }
        return ofOther(key);
    }

    private static int ofOther(Object key) {
        return switch (key) {
            case Short number -> Mixing.mix(number);
            case Byte number -> Mixing.mix(number);
            case Character character -> Mixing.mix(character);
            case Boolean truth -> ofBoolean(truth);
            case Double number -> ofDouble(number);
            case Float number -> ofFloat(number);
            case Enum<?> constant -> Mixing.mix(constant.name().hashCode());
            case UUID id ->
                    Mixing.step(
                            ofLong(id.getMostSignificantBits()),
                            ofLong(id.getLeastSignificantBits()));
            case BigInteger number -> Mixing.mix(Arrays.hashCode(number.toByteArray()));
            case BigDecimal number -> Mixing.step(number.scale(), hash(number.unscaledValue()));
            case List<?> list -> ofList(list);
            case Set<?> set -> ofSet(set);
            case Map<?, ?> map -> ofMap(map);
            case Optional<?> optional -> optional.isPresent() ? hash(optional.get()) + 1 : NULL;
            default -> ofTimeOrFields(key);
        };
    }

    private static int ofTimeOrFields(Object key) {
        return switch (key) {
            case Instant time -> Mixing.step(ofLong(time.getEpochSecond()), time.getNano());
            case Duration time -> Mixing.step(ofLong(time.getSeconds()), time.getNano());
            case LocalDate date -> ofLong(date.toEpochDay());
            case LocalTime time -> ofLong(time.toNanoOfDay());
            case LocalDateTime time ->
                    Mixing.step(
                            ofLong(time.toLocalDate().toEpochDay()),
                            ofLong(time.toLocalTime().toNanoOfDay()));
            default -> KeyClass.of(key.getClass()).hash(key);
        };
    }

    static int ofNullable(@Nullable Object part) {
        return part == null ? NULL : hash(part);
    }

    /** {@link #hash} of an {@link Integer}. */
    public static int ofInt(int value) {
        return Mixing.mix(value);
    }

    /** {@link #hash} of a {@link Long}. */
    public static int ofLong(long value) {
        return Mixing.mix(value);
    }

    static int ofBoolean(boolean value) {
        return Mixing.mix(value ? 1 : 2);
    }

    // All NaNs are equal to equals.
    static int ofDouble(double value) {
        return Mixing.mix(Double.doubleToLongBits(value));
    }

    static int ofFloat(float value) {
        return Mixing.mix(Float.floatToIntBits(value));
    }

    private static int ofList(List<?> list) {
        int sum = list.size();
        for (Object element : list) {
            sum = Mixing.step(sum, ofNullable(element));
        }
        return Mixing.mix(sum);
    }

    private static int ofSet(Set<?> set) {
        int sum = set.size();
        for (Object element : set) {
            sum += Mixing.mix(ofNullable(element));
        }
        return Mixing.mix(sum);
    }

    private static int ofMap(Map<?, ?> map) {
        int sum = map.size();
        for (Map.Entry<?, ?> entry : map.entrySet()) {
            sum += Mixing.step(ofNullable(entry.getKey()), ofNullable(entry.getValue()));
        }
        return Mixing.mix(sum);
    }

    /**
     * Why objects of a class can't be keys; empty if they can, or if it depends on the object. To
     * go on after "X can't be a key: ".
     */
    public static Optional<String> unsupportedReason(Class<?> type) {
        return KeyClass.unsupportedReason(type);
    }

    /**
     * Whether the hash is made of the content; false if it is the class's own {@code hashCode},
     * which may differ between JVMs.
     */
    public static boolean isStructural(Class<?> type) {
        return KeyClass.isStructural(type);
    }
}
