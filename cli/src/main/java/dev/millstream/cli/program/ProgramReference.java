package dev.millstream.cli.program;

import java.util.List;
import java.util.Optional;

/**
 * Which program to run.
 *
 * @param nameOrJar the name of an example, or the path of a jar
 * @param mainClass overrides the one in the jar's manifest
 * @param arguments for the program's {@code main}
 */
public record ProgramReference(
        String nameOrJar, Optional<String> mainClass, List<String> arguments) {
    public ProgramReference {
        arguments = List.copyOf(arguments);
    }
}
