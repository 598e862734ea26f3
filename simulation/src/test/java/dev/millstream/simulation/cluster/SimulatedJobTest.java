package dev.millstream.simulation.cluster;

import static org.assertj.core.api.Assertions.assertThat;

import dev.millstream.simulation.mark.MarkRecorder;
import dev.millstream.simulation.run.RunReport;
import dev.millstream.simulation.run.Seeds;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** Both workloads over many seeds: the same result as the oracle's, whatever happens in between. */
class SimulatedJobTest {
    private static final int SEEDS = 300;
    private static final int REPEATED_SEEDS = 10;

    /** Each must be reached, or the runs are too tame to show anything. */
    private static final List<String> MARKS =
            List.of(
                    "exchange.credit.exhausted",
                    "exchange.queue.full",
                    "exchange.channel.remote",
                    "rpc.lookup.lost");

    @Test
    void shouldGiveTheOraclesResultInEachRun() {
        List<Long> seeds = Seeds.first(SEEDS);
        MarkRecorder marks = new MarkRecorder();
        Set<Long> hashes = new LinkedHashSet<>();
        long events = 0;
        for (long seed : seeds) {
            RunReport report = ClusterRun.of(seed);
            marks.addAll(report.marks());
            hashes.add(report.traceHash());
            events += report.events();
        }
        System.out.printf(
                "%d simulated runs, %d events, marks %s%n", seeds.size(), events, marks.counts());
        assertThat(hashes).hasSameSizeAs(seeds);
        if (!Seeds.isReplay()) {
            assertThat(marks.missing(MARKS)).isEmpty();
        }
    }

    @Test
    void shouldRepeatARun() {
        for (long seed : Seeds.first(REPEATED_SEEDS)) {
            assertThat(ClusterRun.of(seed)).isEqualTo(ClusterRun.of(seed));
        }
    }
}
