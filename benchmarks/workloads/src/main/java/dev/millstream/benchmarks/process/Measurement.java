package dev.millstream.benchmarks.process;

import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * What was seen in one run, as named numbers. A process writes it as a line on its standard output,
 * and whoever started it reads it there.
 *
 * @param phase of the process: {@code first}, {@code warm} or {@code steady}
 * @param figures by name; units end the names
 */
public record Measurement(String phase, SortedMap<String, Long> figures) {
    /** The first run in a process. */
    public static final String FIRST = "first";

    /** A run that only warms up, or finds the right size. */
    public static final String WARM = "warm";

    /** A run that counts. */
    public static final String STEADY = "steady";

    /** How much input. */
    public static final String UNITS = "units";

    /** How many things a unit of input has, if more than one: words in a copy of the text. */
    public static final String THINGS_PER_UNIT = "thingsPerUnit";

    /** How long it took. */
    public static final String NANOS = "nanos";

    /** Processor time that the process used. */
    public static final String CPU_NANOS = "cpuNanos";

    /** Processor time that other processes of the machine used meanwhile. */
    public static final String OTHERS_NANOS = "othersNanos";

    /** Processor time that other machines took meanwhile. */
    public static final String STEAL_NANOS = "stealNanos";

    /** The most memory that the process has had resident so far. */
    public static final String PEAK_KB = "peakResidentKb";

    /** Records of the result. */
    public static final String COUNT = "count";

    /** Checksum of the result. */
    public static final String CHECKSUM = "checksum";

    /** Records that were taken in by another process than the one that made them. */
    public static final String CROSSED = "crossed";

    private static final String MARK = "@@ ";

    public Measurement {
        figures = new TreeMap<>(figures);
    }

    /** A figure; 0 when it was not measured. */
    public long figure(String name) {
        return figures.getOrDefault(name, 0L);
    }

    /** A line for {@link #parse}. */
    public String toLine() {
        StringBuilder line = new StringBuilder(MARK).append(phase);
        figures.forEach((name, value) -> line.append(' ').append(name).append('=').append(value));
        return line.toString();
    }

    /** Reads a line; empty when it is something else that the process has written. */
    public static Optional<Measurement> parse(String line) {
        int mark = line.indexOf(MARK);
        if (mark < 0) {
            return Optional.empty();
        }
        String[] words = line.substring(mark + MARK.length()).strip().split(" ", -1);
        SortedMap<String, Long> figures = new TreeMap<>();
        for (int i = 1; i < words.length; i++) {
            int equals = words[i].indexOf('=');
            figures.put(
                    words[i].substring(0, equals), Long.parseLong(words[i].substring(equals + 1)));
        }
        return Optional.of(new Measurement(words[0], figures));
    }
}
