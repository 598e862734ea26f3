package dev.millstream.simulation.cluster;

import static org.assertj.core.api.Assertions.assertThat;

import dev.millstream.simulation.run.Seeds;
import dev.millstream.simulation.run.SimulatedRun;
import dev.millstream.simulation.scheduler.SeededRandom;
import dev.millstream.simulation.world.SimulatedWorld;
import org.junit.jupiter.api.Test;

/**
 * A JobManager is replaced by another at the same addresses again and again, while TaskManagers
 * register: in the end they are registered with the last one, and know that the others have ended.
 */
class ReplacedJobManagerTest {
    private static final int SEEDS = 100;
    private static final int REPLACEMENTS = 6;
    private static final long LIMIT_NS = 20_000_000_000L;

    @Test
    void shouldHaveItsTaskManagersInTheEnd() {
        for (long seed : Seeds.first(SEEDS)) {
            SimulatedRun.of(seed, ReplacedJobManagerTest::replace);
        }
    }

    private static void replace(SimulatedWorld world) {
        SeededRandom random = world.scheduler().random().stream("replacements");
        SimulatedCluster cluster =
                new SimulatedCluster(
                        world, ClusterSettings.draw(random.stream("settings")), ProcessPorts.SOUND);
        for (int i = 0; i < REPLACEMENTS; i++) {
            world.scheduler().runFor(random.between(0L, 20_000_000L));
            cluster.replaceJobManager();
        }
        world.scheduler().runFor(LIMIT_NS);
        assertThat(cluster.isComplete()).isTrue();
        cluster.close();
    }
}
