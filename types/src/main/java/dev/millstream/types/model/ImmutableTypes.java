package dev.millstream.types.model;

import java.lang.reflect.Field;
import java.lang.reflect.Modifier;
import java.lang.reflect.RecordComponent;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.MonthDay;
import java.time.OffsetDateTime;
import java.time.OffsetTime;
import java.time.Period;
import java.time.Year;
import java.time.YearMonth;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.util.HashSet;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.OptionalInt;
import java.util.OptionalLong;
import java.util.Set;
import java.util.UUID;

/** Finds out by reflection alone whether values of a type can change. Generates nothing. */
public final class ImmutableTypes {
    private static final Set<Class<?>> KNOWN =
            Set.of(
                    String.class,
                    Boolean.class,
                    Byte.class,
                    Short.class,
                    Character.class,
                    Integer.class,
                    Long.class,
                    Float.class,
                    Double.class,
                    BigInteger.class,
                    BigDecimal.class,
                    UUID.class,
                    URI.class,
                    OptionalInt.class,
                    OptionalLong.class,
                    OptionalDouble.class,
                    Duration.class,
                    Instant.class,
                    LocalDate.class,
                    LocalDateTime.class,
                    LocalTime.class,
                    MonthDay.class,
                    OffsetDateTime.class,
                    OffsetTime.class,
                    Period.class,
                    Year.class,
                    YearMonth.class,
                    ZonedDateTime.class);

    private ImmutableTypes() {}

    /** Whether no value of the type, nor anything reachable from it, ever changes. */
    public static boolean isDeeplyImmutable(ResolvedType type) {
        return isImmutable(type, new HashSet<>());
    }

    /** The same of a class of whose type parameters nothing is known. */
    public static boolean isDeeplyImmutable(Class<?> type) {
        return isKnown(type) || isDeeplyImmutable(ResolvedType.erased(type));
    }

    private static boolean isKnown(Class<?> raw) {
        return raw.isPrimitive() || KNOWN.contains(raw) || isEnum(raw) || isZone(raw);
    }

    // A type that is being looked at counts as immutable: it is unless something else in it isn't.
    private static boolean isImmutable(ResolvedType type, Set<ResolvedType> seen) {
        Class<?> raw = type.raw();
        if (isKnown(raw)) {
            return true;
        }
        if (!seen.add(type)) {
            return true;
        }
        if (raw == Optional.class) {
            return isImmutable(type.arguments().getFirst(), seen);
        }
        if (raw.isSealed() && !areSubtypesImmutable(type, seen)) {
            return false;
        }
        if (raw.isSealed() && Modifier.isAbstract(raw.getModifiers())) {
            return raw.isInterface() || areFieldsImmutable(type, seen);
        }
        if (raw.isRecord()) {
            return areComponentsImmutable(type, seen);
        }
        boolean closed = raw.isSealed() || Modifier.isFinal(raw.getModifiers());
        return closed && !raw.isArray() && areFieldsImmutable(type, seen);
    }

    private static boolean isEnum(Class<?> raw) {
        return Enum.class.isAssignableFrom(raw) && raw != Enum.class;
    }

    private static boolean isZone(Class<?> raw) {
        return ZoneId.class.isAssignableFrom(raw);
    }

    private static boolean areSubtypesImmutable(ResolvedType type, Set<ResolvedType> seen) {
        for (Class<?> subclass : type.raw().getPermittedSubclasses()) {
            if (!isImmutable(type.subtype(subclass), seen)) {
                return false;
            }
        }
        return true;
    }

    private static boolean areComponentsImmutable(ResolvedType type, Set<ResolvedType> seen) {
        for (RecordComponent component : type.raw().getRecordComponents()) {
            if (!isImmutable(type.member(component.getGenericType()), seen)) {
                return false;
            }
        }
        return true;
    }

    private static boolean areFieldsImmutable(ResolvedType type, Set<ResolvedType> seen) {
        ResolvedType level = type;
        while (level.raw() != Object.class) {
            if (ClassShape.isOfTheJdk(level.raw())) {
                return false;
            }
            for (Field field : level.raw().getDeclaredFields()) {
                int modifiers = field.getModifiers();
                if (Modifier.isStatic(modifiers)) {
                    continue;
                }
                if (!Modifier.isFinal(modifiers)
                        || !isImmutable(level.member(field.getGenericType()), seen)) {
                    return false;
                }
            }
            level = level.superclass();
        }
        return true;
    }
}
