package dev.millstream.simulation.exchange;

import static org.assertj.core.api.Assertions.assertThat;

import dev.millstream.simulation.mark.MarkRecorder;
import dev.millstream.simulation.run.RunReport;
import dev.millstream.simulation.run.Seeds;
import dev.millstream.simulation.run.SimulatedRun;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;

class ExchangeSimulationTest {
    private static final int SEEDS = 300;

    @Test
    void shouldHandOverEveryRecordOnceAndInOrder() {
        List<Long> seeds = Seeds.first(SEEDS);
        MarkRecorder marks = new MarkRecorder();
        Set<Long> hashes = new LinkedHashSet<>();
        for (long seed : seeds) {
            RunReport report = SimulatedRun.of(seed, world -> new ExchangeScenario(world).run());
            marks.addAll(report.marks());
            hashes.add(report.traceHash());
        }
        assertThat(hashes).hasSameSizeAs(seeds);
        if (Seeds.isReplay()) {
            return;
        }
        assertThat(
                        marks.missing(
                                List.of(
                                        "exchange.credit.exhausted",
                                        "exchange.queue.full",
                                        "exchange.channel.remote")))
                .isEmpty();
    }

    @Test
    void shouldRepeatARun() {
        for (long seed : Seeds.first(20)) {
            assertThat(SimulatedRun.of(seed, world -> new ExchangeScenario(world).run()))
                    .isEqualTo(SimulatedRun.of(seed, world -> new ExchangeScenario(world).run()));
        }
    }
}
