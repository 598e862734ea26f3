package dev.millstream.simulation.cluster;

import static org.assertj.core.api.Assertions.assertThat;

import dev.millstream.api.common.JobID;
import dev.millstream.api.common.JobStatus;
import dev.millstream.configuration.Configuration;
import dev.millstream.simulation.run.Seeds;
import dev.millstream.simulation.run.SimulatedRun;
import dev.millstream.simulation.scheduler.SeededRandom;
import dev.millstream.simulation.workload.ServedLines;
import dev.millstream.simulation.world.SimulatedWorld;
import org.junit.jupiter.api.Test;

/** A source that reads from a server, which may close, break, or fall silent. */
class ServedLinesTest {
    private static final int SEEDS = 20;
    private static final long LATER_MS = 20_000;

    @Test
    void shouldReadWhatTheServerSendsWhateverBecomesOfItsConnections() {
        for (long seed : Seeds.first(SEEDS)) {
            SimulatedRun.of(seed, world -> run(world, false, JobStatus.FINISHED));
        }
    }

    @Test
    void shouldLeaveNothingBehindWhenItIsCancelledWhileTheServerIsSilent() {
        for (long seed : Seeds.first(SEEDS)) {
            SimulatedRun.of(seed, world -> run(world, true, JobStatus.CANCELED));
        }
    }

    private static void run(SimulatedWorld world, boolean endless, JobStatus end) {
        SeededRandom random = world.scheduler().random().stream("served lines");
        ServedLines workload = new ServedLines(random, world.servers(), endless);
        SimulatedCluster cluster =
                new SimulatedCluster(
                        world, ClusterSettings.draw(random.stream("settings")), ProcessPorts.SOUND);
        JobRun job =
                JobRun.submit(cluster, new JobID(world.seed(), 1), workload, new Configuration());
        if (endless) {
            job.cancelAfter(LATER_MS);
        }
        cluster.await("the job ends", job.ended());
        assertThat(job.ended().join()).isEqualTo(end);
        job.check();
        cluster.checkAtRest();
        cluster.close();
    }
}
