package dev.millstream.benchmarks.harness.run;

import dev.millstream.benchmarks.harness.contestant.Contestant;
import dev.millstream.benchmarks.harness.result.Results;
import dev.millstream.benchmarks.harness.result.Sample;
import dev.millstream.benchmarks.harness.result.Spread;
import dev.millstream.benchmarks.workload.Workload;
import java.util.List;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** Looks for the smallest heap with which a contestant reaches 90 % of its rate, by halving. */
final class HeapSearch {
    private static final List<Integer> SIZES_MB =
            List.of(
                    16, 24, 32, 48, 64, 96, 128, 192, 256, 384, 512, 768, 1024, 1536, 2048, 3072,
                    4096);
    private static final double SHARE = 0.9;

    private final double wanted;
    private int tooSmall = -1;
    private int enough = SIZES_MB.size() - 1;
    private @Nullable Sample best;

    private HeapSearch(double wanted) {
        this.wanted = wanted;
    }

    /**
     * For a contestant whose rate with a large heap is among some samples; else there is nothing to
     * do.
     */
    static HeapSearch of(List<Sample> samples, Workload workload, Contestant contestant) {
        Optional<Spread> rate =
                new Results(samples).spread(workload.name(), contestant.name(), Sample::rate);
        HeapSearch search = new HeapSearch(rate.map(it -> it.median() * SHARE).orElse(0.0));
        if (rate.isEmpty() || workload.kind() != Workload.Kind.THROUGHPUT) {
            search.enough = 0;
        }
        return search;
    }

    /** Whether another size is to be tried. */
    boolean isOpen() {
        return enough - tooSmall > 1;
    }

    /** The size to try. */
    int nextMb() {
        return SIZES_MB.get((tooSmall + enough) / 2);
    }

    /** Takes what was seen with that size. */
    void take(Sample sample) {
        int tried = (tooSmall + enough) / 2;
        if (!sample.isError() && sample.rate() >= wanted) {
            enough = tried;
            SortedMap<String, Long> figures = new TreeMap<>(sample.steady());
            figures.put(Sample.HEAP_MB, (long) SIZES_MB.get(tried));
            best =
                    new Sample(
                            sample.workload(),
                            sample.contestant(),
                            sample.peer(),
                            sample.series(),
                            Sample.HEAP_SEARCH,
                            sample.date(),
                            sample.first(),
                            figures,
                            "");
        } else {
            tooSmall = tried;
        }
    }

    /** What was seen with the smallest size that is enough. */
    Optional<Sample> found() {
        return Optional.ofNullable(best);
    }
}
