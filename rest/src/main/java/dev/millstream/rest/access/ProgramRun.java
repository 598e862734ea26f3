package dev.millstream.rest.access;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * A program that is to be run against this cluster, detached.
 *
 * @param jar where it is, on this machine
 * @param name of the jar, as its user calls it: for people
 * @param entryClass with the main method; empty: as the jar's manifest says
 * @param arguments for the main method
 * @param parallelism for operators that set none; empty: as configured
 * @param configuration of the program, besides that of the cluster
 */
public record ProgramRun(
        Path jar,
        String name,
        Optional<String> entryClass,
        List<String> arguments,
        Optional<Integer> parallelism,
        Map<String, String> configuration) {
    public ProgramRun {
        arguments = List.copyOf(arguments);
        configuration = Map.copyOf(configuration);
    }
}
