package dev.millstream.types.evolution;

import java.math.BigDecimal;
import java.math.BigInteger;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** Conversions between types of numbers that lose nothing. */
final class LeafConversions {
    private static final Map<String, String> BOXES =
            Map.of(
                    "boolean", "java.lang.Boolean",
                    "byte", "java.lang.Byte",
                    "short", "java.lang.Short",
                    "char", "java.lang.Character",
                    "int", "java.lang.Integer",
                    "long", "java.lang.Long",
                    "float", "java.lang.Float",
                    "double", "java.lang.Double");

    private static final List<String> INTEGRAL =
            List.of(
                    "java.lang.Byte",
                    "java.lang.Short",
                    "java.lang.Integer",
                    "java.lang.Long",
                    "java.math.BigInteger");

    private LeafConversions() {}

    static boolean isPrimitive(String type) {
        return BOXES.containsKey(type);
    }

    /** Null if there is none. */
    static @Nullable Function<Object, Object> between(String from, String to) {
        String source = BOXES.getOrDefault(from, from);
        String target = BOXES.getOrDefault(to, to);
        if (source.equals(target)) {
            return value -> value;
        }
        if (source.equals("java.lang.Character")) {
            return switch (target) {
                case "java.lang.Integer" -> value -> (int) (Character) value;
                case "java.lang.Long" -> value -> (long) (Character) value;
                default -> null;
            };
        }
        if (source.equals("java.lang.Float") && target.equals("java.lang.Double")) {
            return value -> (double) (Float) value;
        }
        int rank = INTEGRAL.indexOf(source);
        if (rank < 0) {
            return null;
        }
        return INTEGRAL.indexOf(target) > rank ? integral(target) : exact(rank, target);
    }

    private static @Nullable Function<Object, Object> integral(String target) {
        return switch (target) {
            case "java.lang.Short" -> value -> ((Number) value).shortValue();
            case "java.lang.Integer" -> value -> ((Number) value).intValue();
            case "java.lang.Long" -> value -> ((Number) value).longValue();
            default -> value -> BigInteger.valueOf(((Number) value).longValue());
        };
    }

    // A float holds 24 bits of a number exactly, a double 53.
    private static @Nullable Function<Object, Object> exact(int rank, String target) {
        return switch (target) {
            case "java.lang.Float" ->
                    rank <= INTEGRAL.indexOf("java.lang.Short")
                            ? value -> ((Number) value).floatValue()
                            : null;
            case "java.lang.Double" ->
                    rank <= INTEGRAL.indexOf("java.lang.Integer")
                            ? value -> ((Number) value).doubleValue()
                            : null;
            case "java.math.BigDecimal" ->
                    value ->
                            value instanceof BigInteger big
                                    ? new BigDecimal(big)
                                    : BigDecimal.valueOf(((Number) value).longValue());
            default -> null;
        };
    }
}
