package dev.millstream.types.serialization;

import dev.millstream.types.ClassSink;
import dev.millstream.types.container.CollectionKind;
import dev.millstream.types.container.MapKind;
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
import java.time.ZoneOffset;
import java.time.ZonedDateTime;
import java.util.BitSet;
import java.util.Date;
import java.util.Deque;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.OptionalInt;
import java.util.OptionalLong;
import java.util.Set;
import java.util.UUID;

/** Classes of the JDK that have a number of their own where a value goes with its class. */
final class KnownClasses {
    static final int NULL = 0;

    /** The class's name follows. */
    static final int NAMED = 1;

    /** All numbers are below. */
    static final int LIMIT = ClassSink.FIRST_CLASS;

    private static final int FIRST = 3;

    // The position is the number on the wire: append only.
    private static final List<Class<?>> CLASSES =
            List.of(
                    String.class,
                    Boolean.class,
                    Byte.class,
                    Short.class,
                    Character.class,
                    Integer.class,
                    Long.class,
                    Float.class,
                    Double.class,
                    boolean[].class,
                    byte[].class,
                    short[].class,
                    char[].class,
                    int[].class,
                    long[].class,
                    float[].class,
                    double[].class,
                    Object[].class,
                    String[].class,
                    Optional.class,
                    CollectionKind.ARRAY_LIST.type(),
                    CollectionKind.LINKED_LIST.type(),
                    CollectionKind.HASH_SET.type(),
                    CollectionKind.LINKED_HASH_SET.type(),
                    CollectionKind.TREE_SET.type(),
                    CollectionKind.ARRAY_DEQUE.type(),
                    CollectionKind.PRIORITY_QUEUE.type(),
                    MapKind.HASH_MAP.type(),
                    MapKind.LINKED_HASH_MAP.type(),
                    MapKind.TREE_MAP.type(),
                    MapKind.CONCURRENT_HASH_MAP.type(),
                    BigInteger.class,
                    BigDecimal.class,
                    UUID.class,
                    URI.class,
                    OptionalInt.class,
                    OptionalLong.class,
                    OptionalDouble.class,
                    Date.class,
                    BitSet.class,
                    Instant.class,
                    Duration.class,
                    LocalDate.class,
                    LocalTime.class,
                    LocalDateTime.class,
                    OffsetDateTime.class,
                    OffsetTime.class,
                    ZonedDateTime.class,
                    Period.class,
                    Year.class,
                    YearMonth.class,
                    MonthDay.class,
                    ZoneId.class,
                    ZoneOffset.class);

    private static final Map<Class<?>, Integer> TAGS = tags();

    private KnownClasses() {}

    private static Map<Class<?>, Integer> tags() {
        if (FIRST + CLASSES.size() > LIMIT) {
            throw new AssertionError("More known classes than numbers kept for them");
        }
        Map<Class<?>, Integer> tags = new HashMap<>();
        for (int i = 0; i < CLASSES.size(); i++) {
            tags.put(CLASSES.get(i), FIRST + i);
        }
        return tags;
    }

    static boolean isTag(int tag) {
        return tag >= FIRST && tag < FIRST + CLASSES.size();
    }

    static Class<?> ofTag(int tag) {
        return CLASSES.get(tag - FIRST);
    }

    /** The class's number; 0 if it has none. */
    static int tagOf(Class<?> type) {
        return TAGS.getOrDefault(type, 0);
    }

    /** The class as which values of a class are written: itself, but for what hides in the JDK. */
    static Class<?> represented(Class<?> type) {
        if (Enum.class.isAssignableFrom(type) && !type.isEnum() && type != Enum.class) {
            return type.getSuperclass();
        }
        if (TAGS.containsKey(type) || type.getClassLoader() != null) {
            return type;
        }
        if (List.class.isAssignableFrom(type)) {
            return CollectionKind.ARRAY_LIST.type();
        }
        if (Set.class.isAssignableFrom(type)) {
            return CollectionKind.LINKED_HASH_SET.type();
        }
        if (Map.class.isAssignableFrom(type)) {
            return MapKind.LINKED_HASH_MAP.type();
        }
        if (Deque.class.isAssignableFrom(type)) {
            return CollectionKind.ARRAY_DEQUE.type();
        }
        return ZoneId.class.isAssignableFrom(type) ? ZoneId.class : type;
    }
}
