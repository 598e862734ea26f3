package dev.millstream.examples;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/** The examples' arguments: {@code --name value...}, or {@code --name} alone for a switch. */
final class Arguments {
    private final Map<String, List<String>> values = new TreeMap<>();

    /**
     * Parses them.
     *
     * @param known the names that the program understands
     */
    Arguments(String[] args, List<String> known) {
        List<String> current = null;
        for (String arg : args) {
            if (arg.startsWith("--")) {
                String name = arg.substring(2);
                if (!known.contains(name)) {
                    throw new IllegalArgumentException(
                            "Unknown argument "
                                    + arg
                                    + ". Known are: --"
                                    + String.join(", --", known)
                                    + ".");
                }
                current = values.computeIfAbsent(name, key -> new ArrayList<>());
            } else if (current == null) {
                throw new IllegalArgumentException(
                        "The argument '" + arg + "' follows no name such as --input.");
            } else {
                current.add(arg);
            }
        }
    }

    boolean has(String name) {
        return values.containsKey(name);
    }

    Optional<String> one(String name) {
        List<String> found = values.getOrDefault(name, List.of());
        if (has(name) && found.size() != 1) {
            throw new IllegalArgumentException(
                    "--" + name + " takes one value, but got " + found.size() + ".");
        }
        return found.stream().findFirst();
    }

    /** Files, folders or globs; without any, a text that comes with the distribution. */
    List<String> inputs(String name, String text) {
        List<String> found = values.getOrDefault(name, List.of());
        if (!found.isEmpty()) {
            return found;
        }
        String home = System.getenv("MILLSTREAM_HOME");
        if (home == null) {
            throw new IllegalArgumentException("Say what to read with --" + name + " FILE.");
        }
        return List.of(home + "/examples/data/" + text);
    }

    /**
     * The folder to write to, which must be new or empty, so that nothing of an earlier run is
     * mistaken for a result.
     */
    Optional<String> output() {
        Optional<String> folder = one("output");
        folder.map(name -> Path.of(name).toFile().list())
                .ifPresent(children -> {
                    if (children.length > 0) {
                        throw new IllegalArgumentException(
                                "The folder "
                                        + folder.orElseThrow()
                                        + " given with --output is not empty. Name a new one, or"
                                        + " delete what is in it.");
                    }
                });
        folder.filter(name -> Files.isRegularFile(Path.of(name)))
                .ifPresent(name -> {
                    throw new IllegalArgumentException(
                            "--output takes a folder, but " + name + " is a file.");
                });
        return folder;
    }
}
