package dev.millstream.configuration;

import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/**
 * Values of options, by key, as text. Values are checked when they are read: {@link OptionCatalog}
 * checks all of them at once. Not thread-safe while it is being changed.
 */
public final class Configuration {
    private final TreeMap<String, String> values = new TreeMap<>();

    /** Empty: all options have their defaults. */
    public Configuration() {}

    /** A copy. */
    public Configuration(Configuration other) {
        values.putAll(other.values);
    }

    public static Configuration fromMap(Map<String, String> map) {
        Configuration result = new Configuration();
        result.values.putAll(map);
        return result;
    }

    /**
     * The value, else that of a fallback or deprecated key, else the default.
     *
     * @throws InvalidOptionException if the value is not of the option's type
     * @throws IllegalStateException if there is neither a value nor a default
     */
    public <T> T get(ConfigOption<T> option) {
        Optional<T> value = getOptional(option);
        if (value.isEmpty() && !option.hasDefaultValue()) {
            throw new IllegalStateException(
                    "The option '"
                            + option.key()
                            + "' has no default and is not set; set it to "
                            + option.typeDescription());
        }
        return value.orElseGet(option::defaultValue);
    }

    /** The value, else {@code otherwise} in place of the option's default. */
    public <T> T get(ConfigOption<T> option, T otherwise) {
        return getOptional(option).orElse(otherwise);
    }

    /**
     * The value without the default.
     *
     * @throws InvalidOptionException if the value is not of the option's type
     */
    public <T> Optional<T> getOptional(ConfigOption<T> option) {
        return usedKey(option).map(key -> option.parse(key, values.getOrDefault(key, "")));
    }

    /** Whether the option, or a fallback or deprecated key of it, has a value. */
    public boolean contains(ConfigOption<?> option) {
        return usedKey(option).isPresent();
    }

    public <T> Configuration set(ConfigOption<T> option, T value) {
        values.put(option.key(), option.format(value));
        return this;
    }

    public Configuration setString(String key, String value) {
        values.put(key, value);
        return this;
    }

    /** Takes over all of the other's values; where both have one, the other's wins. */
    public Configuration addAll(Configuration other) {
        values.putAll(other.values);
        return this;
    }

    /** Sorted by key, unmodifiable, and not changed by later changes here. */
    public Map<String, String> toMap() {
        return Collections.unmodifiableMap(new TreeMap<>(values));
    }

    private Optional<String> usedKey(ConfigOption<?> option) {
        if (values.containsKey(option.key())) {
            return Optional.of(option.key());
        }
        for (List<String> others : List.of(option.fallbackKeys(), option.deprecatedKeys())) {
            for (String key : others) {
                if (values.containsKey(key)) {
                    return Optional.of(key);
                }
            }
        }
        return Optional.empty();
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof Configuration that && values.equals(that.values);
    }

    @Override
    public int hashCode() {
        return values.hashCode();
    }

    @Override
    public String toString() {
        return values.toString();
    }
}
