package dev.millstream.configuration;

import java.util.function.Function;

/**
 * How values of an option are written. A parser throws {@link IllegalArgumentException} or {@link
 * ArithmeticException} on anything else.
 *
 * @param description with an article, such as {@code an integer}
 * @param parser of stripped text
 * @param formatter its inverse
 */
record OptionType<T>(
        String description, Function<String, T> parser, Function<T, String> formatter) {
    T parse(String text) {
        return parser.apply(text);
    }

    String format(T value) {
        return formatter.apply(value);
    }
}
