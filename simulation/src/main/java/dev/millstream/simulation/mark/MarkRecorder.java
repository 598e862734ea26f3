package dev.millstream.simulation.mark;

import dev.millstream.platform.mark.Marks;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;

/** Counts marks; for one thread at a time. */
public final class MarkRecorder implements Marks {
    private final SortedMap<String, Long> counts = new TreeMap<>();

    @Override
    public void sometimes(String name) {
        counts.merge(name, 1L, Long::sum);
    }

    /** How often each was reached, by name. */
    public SortedMap<String, Long> counts() {
        return new TreeMap<>(counts);
    }

    /** Adds the counts of another run. */
    public void addAll(Map<String, Long> others) {
        others.forEach((name, count) -> counts.merge(name, count, Long::sum));
    }

    /** Those that were never reached. */
    public List<String> missing(Collection<String> names) {
        return names.stream().filter(name -> !counts.containsKey(name)).sorted().toList();
    }
}
