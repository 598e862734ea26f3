package dev.millstream.simulation.cluster;

import static org.assertj.core.api.Assertions.assertThat;

import dev.millstream.api.common.JobID;
import dev.millstream.configuration.Configuration;
import dev.millstream.simulation.cluster.SharedFiles.Opened;
import dev.millstream.simulation.run.Seeds;
import dev.millstream.simulation.run.SimulatedRun;
import dev.millstream.simulation.world.SimulatedWorld;
import dev.millstream.taskmanager.TaskManagerOptions;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Files are read where they are close at hand, as long as there are such files. */
class LocalSplitsTest {
    private static final int SEEDS = 20;
    private static final int FILES = 40;
    private static final int TASK_MANAGERS = 2;

    @Test
    void shouldReadLocalFilesFirst() {
        for (long seed : Seeds.first(SEEDS)) {
            SharedFiles files = new SharedFiles(FILES, TASK_MANAGERS);
            SimulatedRun.of(seed, world -> run(world, files));
            assertThat(files.opened()).hasSize(FILES);
            assertThat(files.opened().subList(0, FILES / 4)).allMatch(Opened::isLocal);
            for (int i = 0; i < FILES; i++) {
                if (!files.opened().get(i).isLocal()) {
                    assertThat(openedLater(files, i))
                            .as("seed %d, file %d of %s", seed, i, files.opened())
                            .isLessThan(ClusterSettings.LEAST_SLOTS);
                }
            }
        }
    }

    /**
     * How many files close to a process were opened after it turned to another one's: no more than
     * its other readers and those of the other process may have been given before, one each.
     */
    private static long openedLater(SharedFiles files, int turn) {
        List<Opened> opened = files.opened();
        String process = opened.get(turn).process();
        return opened.subList(turn + 1, opened.size()).stream()
                .filter(later -> later.owner().equals(process))
                .count();
    }

    private static void run(SimulatedWorld world, SharedFiles files) {
        Configuration configuration =
                new Configuration()
                        .set(
                                TaskManagerOptions.NUM_TASK_SLOTS,
                                ClusterSettings.LEAST_SLOTS / TASK_MANAGERS);
        SimulatedCluster cluster =
                new SimulatedCluster(
                        world, new ClusterSettings(TASK_MANAGERS, configuration), files);
        JobRun job = JobRun.submit(cluster, new JobID(world.seed(), 1), files, new Configuration());
        cluster.await("the job ends", job.ended());
        job.check();
        cluster.checkAtRest();
        cluster.close();
    }
}
