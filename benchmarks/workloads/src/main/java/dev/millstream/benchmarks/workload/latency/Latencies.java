package dev.millstream.benchmarks.workload.latency;

import dev.millstream.benchmarks.workload.Tally;
import java.io.IOException;
import java.nio.file.Path;
import org.HdrHistogram.Histogram;

/**
 * How late results come, from the moment at which their events were due, so that a source that is
 * held up doesn't hide it. Not thread-safe.
 */
public final class Latencies {
    private static final long HIGHEST_NS = 60_000_000_000L;
    private static final int DIGITS = 3;

    private final Histogram histogram = emptyHistogram();
    private final long ignoredBeforeNs;
    private final Tally tally = new Tally();

    /** Counts the results of all events, but notes the latency only of those that are due later. */
    public Latencies(long ignoredBeforeNs) {
        this.ignoredBeforeNs = ignoredBeforeNs;
    }

    static Histogram emptyHistogram() {
        return new Histogram(HIGHEST_NS, DIGITS);
    }

    /** Takes in a result, now. */
    public void add(long dueNs, long fingerprint) {
        tally.add(fingerprint);
        if (dueNs >= ignoredBeforeNs) {
            histogram.recordValue(Math.clamp(System.nanoTime() - dueNs, 0, HIGHEST_NS));
        }
    }

    /** Leaves it in a folder. */
    public void save(Path folder) throws IOException {
        tally.save(folder);
        LatencyFile.save(histogram, folder);
    }
}
