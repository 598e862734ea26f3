package dev.millstream.simulation.cluster;

import static org.assertj.core.api.Assertions.assertThat;

import dev.millstream.simulation.mark.MarkRecorder;
import dev.millstream.simulation.run.Seeds;
import java.util.List;
import org.junit.jupiter.api.Test;

/**
 * Jobs whose functions fail, whose links break and which are cancelled: those that finish have the
 * oracle's result, and nothing is left of any.
 */
class TroubledJobTest {
    private static final int SEEDS = 100;

    private static final List<String> MARKS =
            List.of(
                    "simulation.job.restarted",
                    "simulation.job.cancelled",
                    "simulation.link.broken",
                    "simulation.rpc.link.broken",
                    "simulation.rpc.link.half.open",
                    "task.cancelled.while.blocked");

    @Test
    void shouldGiveTheOraclesResultAndLeaveNothing() {
        MarkRecorder marks = new MarkRecorder();
        for (long seed : Seeds.first(SEEDS)) {
            marks.addAll(ClusterRun.withTrouble(seed).marks());
        }
        if (!Seeds.isReplay()) {
            assertThat(marks.missing(MARKS)).isEmpty();
        }
    }
}
