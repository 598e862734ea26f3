package dev.millstream.benchmarks.workload.placement;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.UUID;
import java.util.stream.Stream;

/**
 * In which processes the subtasks of a job have run: each leaves a note in the folder for results
 * when it starts.
 *
 * @param subtasks how many of each part, by the number of their process
 */
public record Placement(Map<Part, Map<Long, Integer>> subtasks) {
    private static final String SUFFIX = ".place";
    private static final int EACH = 2;

    /** Parts that are to be in processes of their own. */
    public enum Part {
        /** Makes records. */
        SOURCE,
        /** Takes them in. */
        SINK
    }

    /** Leaves a note that a subtask of a part runs in this process. */
    public static void note(Path folder, Part part) throws IOException {
        Files.writeString(
                folder.resolve(UUID.randomUUID() + SUFFIX),
                part + " " + ProcessHandle.current().pid());
    }

    /** What the notes in a folder say. */
    public static Placement load(Path folder) throws IOException {
        Map<Part, Map<Long, Integer>> subtasks = new EnumMap<>(Part.class);
        for (Part part : Part.values()) {
            subtasks.put(part, new TreeMap<>());
        }
        for (Path file : files(folder)) {
            String[] words = Files.readString(file).split(" ", -1);
            subtasks.getOrDefault(Part.valueOf(words[0]), new TreeMap<>())
                    .merge(Long.parseLong(words[1]), 1, Integer::sum);
        }
        return new Placement(subtasks);
    }

    private static List<Path> files(Path folder) throws IOException {
        try (Stream<Path> files = Files.list(folder)) {
            return files.filter(file -> file.toString().endsWith(SUFFIX)).toList();
        }
    }

    /**
     * How many of the records that the sinks have taken in came from the other process: all of them
     * if both sources were in one process and both sinks in another, and else none is counted.
     */
    public long crossed(long takenIn) {
        Map<Long, Integer> sources = subtasks.getOrDefault(Part.SOURCE, Map.of());
        Map<Long, Integer> sinks = subtasks.getOrDefault(Part.SINK, Map.of());
        boolean apart = sources.keySet().stream().noneMatch(sinks::containsKey);
        return apart && isOneProcess(sources) && isOneProcess(sinks) ? takenIn : 0;
    }

    private static boolean isOneProcess(Map<Long, Integer> subtasks) {
        return List.copyOf(subtasks.values()).equals(List.of(EACH));
    }
}
