package dev.millstream.simulation.cluster;

import static org.assertj.core.api.Assertions.assertThat;

import dev.millstream.api.common.JobID;
import dev.millstream.api.common.JobStatus;
import dev.millstream.api.common.RuntimeExecutionMode;
import dev.millstream.configuration.Configuration;
import dev.millstream.simulation.run.Seeds;
import dev.millstream.simulation.run.SimulatedRun;
import dev.millstream.simulation.scheduler.SeededRandom;
import dev.millstream.simulation.workload.TimedSums;
import dev.millstream.simulation.world.SimulatedWorld;
import dev.millstream.streaming.api.environment.ProgramOptions;
import org.junit.jupiter.api.Test;

/** Keyed state and timers of both kinds, in virtual time. */
class TimedSumsTest {
    private static final int SEEDS = 30;

    @Test
    void shouldTellEachKeysSumWhateverHappensInBetween() {
        for (long seed : Seeds.first(SEEDS)) {
            SimulatedRun.of(seed, TimedSumsTest::run);
        }
    }

    private static void run(SimulatedWorld world) {
        SeededRandom random = world.scheduler().random().stream("timed sums");
        SimulatedCluster cluster =
                new SimulatedCluster(
                        world, ClusterSettings.draw(random.stream("settings")), ProcessPorts.SOUND);
        RuntimeExecutionMode mode =
                random.chance(0.7) ? RuntimeExecutionMode.STREAMING : RuntimeExecutionMode.BATCH;
        JobRun job =
                JobRun.submit(
                        cluster,
                        new JobID(world.seed(), 1),
                        new TimedSums(random),
                        new Configuration().set(ProgramOptions.RUNTIME_MODE, mode));
        cluster.await("the job ends", job.ended());
        assertThat(job.ended().join()).isEqualTo(JobStatus.FINISHED);
        job.check();
        cluster.checkAtRest();
        cluster.close();
    }
}
