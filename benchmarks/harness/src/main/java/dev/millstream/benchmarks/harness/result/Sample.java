package dev.millstream.benchmarks.harness.result;

import com.fasterxml.jackson.annotation.JsonIgnore;
import dev.millstream.benchmarks.process.Measurement;
import java.util.Objects;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * What one process has shown in one round.
 *
 * @param workload its name
 * @param contestant who
 * @param peer whether that is somebody else's engine
 * @param series the call that has measured it: samples of one round of one call are pairs
 * @param round from 1, or {@link #HEAP_SEARCH}
 * @param date of the round, as an ISO instant
 * @param first figures of the first run in the process
 * @param steady figures of the run that counts
 * @param error why there are none; empty when there are
 */
public record Sample(
        String workload,
        String contestant,
        boolean peer,
        String series,
        int round,
        String date,
        SortedMap<String, Long> first,
        SortedMap<String, Long> steady,
        String error) {
    /** Instead of a round: the smallest heap was looked for. */
    public static final int HEAP_SEARCH = 0;

    /** The size of a heap. */
    public static final String HEAP_MB = "heapMb";

    public Sample {
        series = Objects.requireNonNullElse(series, ""); // samples of earlier versions have none
        first = new TreeMap<>(first);
        steady = new TreeMap<>(steady);
    }

    /** What samples have in common that were measured at about the same time. */
    @JsonIgnore
    public String moment() {
        return series + "#" + round;
    }

    @JsonIgnore
    public boolean isError() {
        return !error.isEmpty();
    }

    /** Units a second in the run that counts. */
    @JsonIgnore
    public double rate() {
        return rate(steady);
    }

    /** Units a second in the first run. */
    @JsonIgnore
    public double firstRate() {
        return rate(first);
    }

    /** Processor time for each unit, in nanoseconds. */
    @JsonIgnore
    public double cpuNanosPerUnit() {
        return steady(Measurement.CPU_NANOS) / (double) Math.max(1, steady(Measurement.UNITS));
    }

    /** A figure of the run that counts; 0 when there is none. */
    public long steady(String figure) {
        return steady.getOrDefault(figure, 0L);
    }

    private static double rate(SortedMap<String, Long> figures) {
        long nanos = figures.getOrDefault(Measurement.NANOS, 0L);
        return nanos == 0 ? 0 : figures.getOrDefault(Measurement.UNITS, 0L) * 1e9 / nanos;
    }
}
