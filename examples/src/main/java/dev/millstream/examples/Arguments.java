package dev.millstream.examples;

import dev.millstream.core.execution.ProgramParametrizationException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Stream;

/** The examples' arguments: {@code --name value...}, or {@code --name} alone for a switch. */
final class Arguments {
    private final Map<String, List<String>> values = new TreeMap<>();

    /**
     * Parses them.
     *
     * @param known the names that the program understands
     */
    Arguments(String[] args, String... known) {
        List<String> current = null;
        for (String arg : args) {
            if (arg.startsWith("--")) {
                String name = arg.substring(2);
                if (!List.of(known).contains(name)) {
                    throw new ProgramParametrizationException(
                            "The program has no argument '"
                                    + arg
                                    + "'. It takes --"
                                    + String.join(", --", known)
                                    + ".");
                }
                current = values.computeIfAbsent(name, _ -> new ArrayList<>());
            } else if (current == null) {
                throw new ProgramParametrizationException(
                        "The argument '"
                                + arg
                                + "' follows no name. Write one before it: --"
                                + String.join(", --", known)
                                + ".");
            } else {
                current.add(arg);
            }
        }
    }

    /** Whether a switch is given. */
    boolean has(String name) {
        List<String> found = values.get(name);
        if (found != null && !found.isEmpty()) {
            throw new ProgramParametrizationException(
                    "--" + name + " takes no value, but got '" + found.getFirst() + "'.");
        }
        return found != null;
    }

    /** The only value under a name; empty if the name isn't there. */
    Optional<String> value(String name) {
        List<String> found = values.get(name);
        if (found != null && found.size() != 1) {
            throw new ProgramParametrizationException(
                    "--" + name + " takes one value, but got " + found.size() + ".");
        }
        return found == null ? Optional.empty() : Optional.of(found.getFirst());
    }

    /** Files, folders or globs; without any, a text that comes with the distribution. */
    List<String> inputs(String name, String text) {
        List<String> found = values.get(name);
        String home = System.getenv("MILLSTREAM_HOME");
        if (found == null && home != null) {
            return List.of(home + "/examples/data/" + text);
        }
        if (found == null || found.isEmpty()) {
            throw new ProgramParametrizationException(
                    "Say what to read: --" + name + " FILE, with files, folders or globs.");
        }
        return found;
    }

    /**
     * The folder to write to, which must be new or empty, so that nothing of an earlier run is
     * mistaken for a result.
     */
    Optional<String> output() {
        Optional<String> folder = value("output");
        folder.ifPresent(Arguments::checkIsEmpty);
        return folder;
    }

    private static void checkIsEmpty(String folder) {
        Path path = Path.of(folder);
        if (!Files.exists(path)) {
            return;
        }
        if (!Files.isDirectory(path)) {
            throw new ProgramParametrizationException(
                    "--output takes a folder, but " + folder + " is a file. Name a new folder.");
        }
        try (Stream<Path> children = Files.list(path)) {
            if (children.findAny().isPresent()) {
                throw new ProgramParametrizationException(
                        "The folder "
                                + folder
                                + " given with --output is not empty. Name a new one, or delete"
                                + " what is in it.");
            }
        } catch (IOException e) {
            throw new ProgramParametrizationException(
                    "The folder "
                            + folder
                            + " given with --output can't be listed ("
                            + e
                            + "). Name one that you may read and write.");
        }
    }
}
