package dev.millstream.configuration;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * A configuration option: its key, type, default and documentation. Immutable. Made with {@link
 * ConfigOptions#key}, and declared as a {@code public static final} field of a class next to the
 * component that reads it.
 *
 * @param <T> type of its values
 */
public final class ConfigOption<T> {
    private final String key;
    private final OptionType<T> type;
    private final @Nullable T defaultValue;
    private final String description;
    private final List<String> fallbackKeys;
    private final List<String> deprecatedKeys;

    ConfigOption(
            String key,
            OptionType<T> type,
            @Nullable T defaultValue,
            String description,
            List<String> fallbackKeys,
            List<String> deprecatedKeys) {
        this.key = key;
        this.type = type;
        this.defaultValue = defaultValue;
        this.description = description;
        this.fallbackKeys = List.copyOf(fallbackKeys);
        this.deprecatedKeys = List.copyOf(deprecatedKeys);
    }

    /** The same option with a description: one or two sentences for the reference page. */
    public ConfigOption<T> withDescription(String text) {
        return new ConfigOption<>(key, type, defaultValue, text, fallbackKeys, deprecatedKeys);
    }

    /**
     * The same option with further keys that are read, without a warning, when its own is unset.
     */
    public ConfigOption<T> withFallbackKeys(String... keys) {
        return new ConfigOption<>(
                key, type, defaultValue, description, joined(fallbackKeys, keys), deprecatedKeys);
    }

    /** The same option with older keys that are read, with a warning, when its own is unset. */
    public ConfigOption<T> withDeprecatedKeys(String... keys) {
        return new ConfigOption<>(
                key, type, defaultValue, description, fallbackKeys, joined(deprecatedKeys, keys));
    }

    public String key() {
        return key;
    }

    public boolean hasDefaultValue() {
        return defaultValue != null;
    }

    /**
     * The value that holds where none is configured.
     *
     * @throws IllegalStateException if it has none
     */
    public T defaultValue() {
        if (defaultValue == null) {
            throw new IllegalStateException("The option '" + key + "' has no default");
        }
        return defaultValue;
    }

    public String description() {
        return description;
    }

    public List<String> fallbackKeys() {
        return fallbackKeys;
    }

    public List<String> deprecatedKeys() {
        return deprecatedKeys;
    }

    /** What a value looks like, for people: {@code a duration such as '10 s'}. */
    public String typeDescription() {
        return type.description();
    }

    /** The default as it would be written in a file; empty if there is none. */
    public Optional<String> defaultText() {
        return Optional.ofNullable(defaultValue).map(type::format);
    }

    /**
     * Reads a value.
     *
     * @param usedKey the key under which the text was found, for the error
     * @throws InvalidOptionException if the text is no value of the option's type
     */
    T parse(String usedKey, String text) {
        try {
            return type.parse(text.strip());
        } catch (IllegalArgumentException | ArithmeticException e) {
            throw new InvalidOptionException(usedKey, text, type.description(), e);
        }
    }

    String format(T value) {
        return type.format(value);
    }

    private static List<String> joined(List<String> first, String... second) {
        List<String> all = new ArrayList<>(first);
        all.addAll(List.of(second));
        return all;
    }

    @Override
    public String toString() {
        return key + " (" + type.description() + ")";
    }
}
