package dev.millstream.cli.config;

import dev.millstream.cli.output.CommandException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.snakeyaml.engine.v2.api.Load;
import org.snakeyaml.engine.v2.api.LoadSettings;
import org.snakeyaml.engine.v2.exceptions.MarkedYamlEngineException;

/** {@code conf/config.yaml}: nested or dotted keys, as one flat map. */
final class ConfigurationFile {
    private ConfigurationFile() {}

    /** The options in a file; none when there is no such file. */
    static Map<String, String> read(Path file) {
        if (!Files.exists(file)) {
            return Map.of();
        }
        Object document;
        try {
            LoadSettings settings =
                    LoadSettings.builder()
                            .setLabel(file.getFileName().toString())
                            .setAllowDuplicateKeys(false)
                            .build();
            document = new Load(settings).loadFromString(Files.readString(file));
        } catch (IOException e) {
            throw CommandException.failed(
                    "The configuration file " + file + " can't be read: " + e.getMessage(), e);
        } catch (MarkedYamlEngineException e) {
            throw CommandException.usage(
                    "The configuration file " + file + " is not valid YAML: " + e.getMessage());
        }
        Map<String, String> options = new TreeMap<>();
        if (document instanceof Map<?, ?> map) {
            flatten("", map, options, file);
        } else if (document != null) {
            throw CommandException.usage(
                    "The configuration file "
                            + file
                            + " must hold keys with values, such as 'parallelism.default: 2'.");
        }
        return options;
    }

    private static void flatten(
            String prefix, Map<?, ?> map, Map<String, String> options, Path file) {
        map.forEach((key, value) -> {
            String name = prefix + key;
            switch (value) {
                case Map<?, ?> nested -> flatten(name + ".", nested, options, file);
                case List<?> list ->
                        options.put(
                                name,
                                String.join(";", list.stream().map(String::valueOf).toList()));
                case null ->
                        throw CommandException.usage(
                                "The option '"
                                        + name
                                        + "' in "
                                        + file
                                        + " has no value. Give it one, or remove the line.");
                default -> options.put(name, value.toString());
            }
        });
    }
}
