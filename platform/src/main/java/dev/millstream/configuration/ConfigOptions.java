package dev.millstream.configuration;

import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.function.Function;
import java.util.stream.Collectors;

/**
 * Where options begin: {@code key("rpc.ask.timeout").durationType().defaultValue(...)
 * .withDescription(...)}.
 */
public final class ConfigOptions {
    private ConfigOptions() {}

    /** Begins an option. */
    public static OptionBuilder key(String key) {
        return new OptionBuilder(key);
    }

    /** An option whose type is still to be chosen. */
    public static final class OptionBuilder {
        private final String key;

        private OptionBuilder(String key) {
            this.key = key;
        }

        public TypedConfigOptionBuilder<String> stringType() {
            return typed("a text", text -> text, value -> value);
        }

        public TypedConfigOptionBuilder<Integer> intType() {
            return typed("an integer", Integer::valueOf, value -> Integer.toString(value));
        }

        /** Values below the minimum are refused like those that are no integers. */
        public TypedConfigOptionBuilder<Integer> intTypeAtLeast(int minimum) {
            return typed(
                    "an integer of at least " + minimum,
                    text -> atLeast(minimum, Integer.parseInt(text)),
                    value -> Integer.toString(value));
        }

        public TypedConfigOptionBuilder<Long> longType() {
            return typed("an integer", Long::valueOf, value -> Long.toString(value));
        }

        public TypedConfigOptionBuilder<Double> doubleType() {
            return typed("a number", Double::valueOf, value -> Double.toString(value));
        }

        public TypedConfigOptionBuilder<Boolean> booleanType() {
            return typed("'true' or 'false'", OptionBuilder::toBoolean, value -> "" + value);
        }

        public TypedConfigOptionBuilder<Duration> durationType() {
            return typed(
                    "a duration such as '10 s' or '500 ms'",
                    DurationText::parse,
                    DurationText::format);
        }

        public TypedConfigOptionBuilder<MemorySize> memoryType() {
            return typed(
                    "a size such as '10 mb' or '1 gb'", MemorySize::parse, MemorySize::toString);
        }

        /** A share of something. */
        public TypedConfigOptionBuilder<Double> fractionType() {
            return typed(
                    "a number from 0 to 1",
                    OptionBuilder::toFraction,
                    value -> Double.toString(value));
        }

        /** Values are written as the constants' names, in any case, {@code -} for {@code _}. */
        public <E extends Enum<E>> TypedConfigOptionBuilder<E> enumType(Class<E> type) {
            List<E> constants = List.of(type.getEnumConstants());
            String names = constants.stream().map(Enum::name).collect(Collectors.joining(", "));
            return typed("one of " + names, text -> constant(constants, text), Enum::name);
        }

        private <T> TypedConfigOptionBuilder<T> typed(
                String description, Function<String, T> parser, Function<T, String> formatter) {
            return new TypedConfigOptionBuilder<>(
                    key, new OptionType<>(description, parser, formatter));
        }

        private static int atLeast(int minimum, int value) {
            if (value < minimum) {
                throw new IllegalArgumentException(value + " is below " + minimum);
            }
            return value;
        }

        private static double toFraction(String text) {
            double value = Double.parseDouble(text);
            if (!(value >= 0 && value <= 1)) {
                throw new IllegalArgumentException(text);
            }
            return value;
        }

        private static Boolean toBoolean(String text) {
            return switch (text.toLowerCase(Locale.ROOT)) {
                case "true" -> true;
                case "false" -> false;
                default -> throw new IllegalArgumentException(text);
            };
        }

        private static <E extends Enum<E>> E constant(List<E> constants, String text) {
            String wanted = text.replace('-', '_');
            return constants.stream()
                    .filter(constant -> constant.name().equalsIgnoreCase(wanted))
                    .findFirst()
                    .orElseThrow(() -> new IllegalArgumentException(text));
        }
    }

    /** An option that still needs a default, or the statement that it has none. */
    public static final class TypedConfigOptionBuilder<T> {
        private final String key;
        private final OptionType<T> type;

        private TypedConfigOptionBuilder(String key, OptionType<T> type) {
            this.key = key;
            this.type = type;
        }

        /** The same option for several values, separated by {@code ;}. */
        public TypedConfigOptionBuilder<List<T>> asList() {
            return new TypedConfigOptionBuilder<>(
                    key,
                    new OptionType<>(
                            "a list, separated by ';', of which each is " + type.description(),
                            this::parseList,
                            values ->
                                    values.stream()
                                            .map(type::format)
                                            .collect(Collectors.joining(";"))));
        }

        public ConfigOption<T> defaultValue(T value) {
            return new ConfigOption<>(key, type, value, "", List.of(), List.of());
        }

        public ConfigOption<T> noDefaultValue() {
            return new ConfigOption<>(key, type, null, "", List.of(), List.of());
        }

        private List<T> parseList(String text) {
            return Arrays.stream(text.split(";", -1))
                    .map(String::strip)
                    .filter(part -> !part.isEmpty())
                    .map(type::parse)
                    .toList();
        }
    }
}
