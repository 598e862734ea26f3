package dev.millstream.configuration;

import java.lang.reflect.Field;
import java.lang.reflect.Modifier;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/**
 * All options that a process knows, so that what is configured can be checked before it is used.
 * Immutable.
 */
public final class OptionCatalog {
    /** By current key. */
    private final TreeMap<String, ConfigOption<?>> options = new TreeMap<>();

    /** By fallback key. */
    private final TreeMap<String, ConfigOption<?>> fallbacks = new TreeMap<>();

    /** By deprecated key. */
    private final TreeMap<String, ConfigOption<?>> deprecated = new TreeMap<>();

    private OptionCatalog(Collection<ConfigOption<?>> declared) {
        for (ConfigOption<?> option : declared) {
            if (options.put(option.key(), option) != null) {
                throw new IllegalArgumentException(
                        "The option '" + option.key() + "' is declared twice");
            }
            option.fallbackKeys().forEach(key -> fallbacks.put(key, option));
            option.deprecatedKeys().forEach(key -> deprecated.put(key, option));
        }
    }

    /**
     * A catalog of these options.
     *
     * @throws IllegalArgumentException if two have the same key
     */
    public static OptionCatalog of(Collection<ConfigOption<?>> options) {
        return new OptionCatalog(options);
    }

    /** The options that are public static fields of these classes. */
    public static OptionCatalog declaredIn(Class<?>... classes) {
        List<ConfigOption<?>> found = new ArrayList<>();
        for (Class<?> owner : classes) {
            Arrays.stream(owner.getFields())
                    .filter(field -> Modifier.isStatic(field.getModifiers()))
                    .filter(field -> field.getType() == ConfigOption.class)
                    .sorted(Comparator.comparing(Field::getName))
                    .forEach(field -> found.add(read(field)));
        }
        return new OptionCatalog(found);
    }

    /** Sorted by key. */
    public List<ConfigOption<?>> options() {
        return List.copyOf(options.values());
    }

    /** Checks keys and values; what it finds is in the order of the keys. */
    public ConfigurationReport check(Map<String, String> configured) {
        List<String> errors = new ArrayList<>();
        List<String> warnings = new ArrayList<>();
        new TreeMap<>(configured)
                .forEach((key, value) -> check(key, value, configured, errors, warnings));
        return new ConfigurationReport(errors, warnings);
    }

    private void check(
            String key,
            String value,
            Map<String, String> configured,
            List<String> errors,
            List<String> warnings) {
        Optional<ConfigOption<?>> known = find(key);
        if (known.isEmpty()) {
            errors.add(unknown(key));
            return;
        }
        ConfigOption<?> option = known.get();
        if (deprecated.containsKey(key) && !options.containsKey(key)) {
            warnings.add(outdated(key, option, configured));
        }
        try {
            option.parse(key, value);
        } catch (InvalidOptionException e) {
            errors.add(String.valueOf(e.getMessage()));
        }
    }

    private Optional<ConfigOption<?>> find(String key) {
        for (Map<String, ConfigOption<?>> known : List.of(options, fallbacks, deprecated)) {
            ConfigOption<?> option = known.get(key);
            if (option != null) {
                return Optional.of(option);
            }
        }
        return Optional.empty();
    }

    private static String outdated(
            String key, ConfigOption<?> option, Map<String, String> configured) {
        String advice = "The key '" + key + "' is outdated; use '" + option.key() + "'";
        return configured.containsKey(option.key())
                ? advice + ", which is set too and wins"
                : advice;
    }

    private String unknown(String key) {
        String text = "There is no option '" + key + "'";
        return NearestText.to(key, options.keySet())
                .map(nearest -> text + "; did you mean '" + nearest + "'?")
                .orElse(text);
    }

    private static ConfigOption<?> read(Field field) {
        try {
            return (ConfigOption<?>) field.get(null);
        } catch (IllegalAccessException e) {
            throw new IllegalArgumentException(
                    "The option " + field + " is not in a public class", e);
        }
    }
}
