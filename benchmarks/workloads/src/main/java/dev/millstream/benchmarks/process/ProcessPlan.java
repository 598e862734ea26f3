package dev.millstream.benchmarks.process;

import dev.millstream.benchmarks.workload.Workload;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * What a process is to measure.
 *
 * @param workload which
 * @param variant which way to write it
 * @param seconds how long the run that counts shall last at least
 * @param units the size of the run that counts; 0 to find it out
 * @param firstUnits the size of the first run; 0 for the workload's own
 * @param folder for results; on the file system of the text
 * @param text the folder of the text
 */
public record ProcessPlan(
        Workload workload,
        String variant,
        double seconds,
        long units,
        long firstUnits,
        Path folder,
        Path text) {
    /** As a command line. */
    public List<String> toArguments() {
        List<String> arguments = new ArrayList<>();
        arguments.add("workload=" + workload);
        arguments.add("variant=" + variant);
        arguments.add("seconds=" + seconds);
        arguments.add("units=" + units);
        arguments.add("first=" + firstUnits);
        arguments.add("folder=" + folder);
        arguments.add("text=" + text);
        return arguments;
    }

    /** From a command line. */
    public static ProcessPlan parse(String... arguments) {
        Map<String, String> values = new TreeMap<>();
        for (String argument : arguments) {
            int equals = argument.indexOf('=');
            values.put(argument.substring(0, equals), argument.substring(equals + 1));
        }
        return new ProcessPlan(
                Workload.valueOf(values.getOrDefault("workload", "")),
                values.getOrDefault("variant", ""),
                Double.parseDouble(values.getOrDefault("seconds", "20")),
                Long.parseLong(values.getOrDefault("units", "0")),
                Long.parseLong(values.getOrDefault("first", "0")),
                Path.of(values.getOrDefault("folder", ".")),
                Path.of(values.getOrDefault("text", "text")));
    }
}
