package dev.millstream.cli.config;

import dev.millstream.cli.output.CommandException;
import dev.millstream.cli.output.ExitCode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.snakeyaml.engine.v2.api.Load;
import org.snakeyaml.engine.v2.api.LoadSettings;
import org.snakeyaml.engine.v2.exceptions.MarkedYamlEngineException;
import org.snakeyaml.engine.v2.exceptions.YamlEngineException;

/** {@code conf/config.yaml}: nested or dotted keys, as one flat map. */
final class ConfigurationFile {
    private final Path file;
    private final Map<String, String> options = new TreeMap<>();

    private ConfigurationFile(Path file) {
        this.file = file;
    }

    /** The options in a file; none when there is no such file. */
    static Map<String, String> read(Path file) {
        ConfigurationFile reader = new ConfigurationFile(file);
        if (Files.exists(file)) {
            reader.addDocument();
        }
        return reader.options;
    }

    private void addDocument() {
        Object document = parse();
        if (document instanceof Map<?, ?> map) {
            add("", map);
        } else if (document != null) {
            throw CommandException.usage(
                    "The configuration file "
                            + file
                            + " must hold keys with values, such as 'parallelism.default: 2'.");
        }
    }

    private Object parse() {
        LoadSettings settings = LoadSettings.builder().setAllowDuplicateKeys(false).build();
        try {
            return new Load(settings).loadFromString(Files.readString(file));
        } catch (IOException e) {
            throw CommandException.of(
                    ExitCode.FAILED,
                    "The configuration file "
                            + file
                            + " can't be read ("
                            + e
                            + "). Make it a readable file in UTF-8.",
                    e);
        } catch (YamlEngineException e) {
            throw CommandException.of(
                    ExitCode.USAGE,
                    "The configuration file " + file + " is not valid YAML: " + problem(e) + ".",
                    e);
        }
    }

    private static String problem(YamlEngineException e) {
        return e instanceof MarkedYamlEngineException marked
                ? marked.getProblem()
                        + marked.getProblemMark()
                                .map(mark ->
                                        ", in line "
                                                + (mark.getLine() + 1)
                                                + ", column "
                                                + (mark.getColumn() + 1))
                                .orElse("")
                : String.valueOf(e.getMessage());
    }

    private void add(String prefix, Map<?, ?> map) {
        map.forEach((key, value) -> {
            String name = prefix + key;
            switch (value) {
                case Map<?, ?> nested -> add(name + ".", nested);
                case List<?> list ->
                        put(name, String.join(";", list.stream().map(String::valueOf).toList()));
                case null -> throw wrong(name, "has no value. Give it one, or remove the line");
                default -> put(name, value.toString());
            }
        });
    }

    private void put(String name, String value) {
        if (options.put(name, value) != null) {
            throw wrong(name, "is set twice, once as nested keys. Remove one");
        }
    }

    private CommandException wrong(String name, String why) {
        return CommandException.usage("The option '" + name + "' in " + file + " " + why + ".");
    }
}
