package dev.millstream.simulation.cluster;

import dev.millstream.api.common.JobID;
import dev.millstream.api.common.RuntimeExecutionMode;
import dev.millstream.configuration.Configuration;
import dev.millstream.simulation.run.RunReport;
import dev.millstream.simulation.run.SimulatedRun;
import dev.millstream.simulation.scheduler.SeededRandom;
import dev.millstream.simulation.workload.TwoInputs;
import dev.millstream.simulation.workload.WordCounts;
import dev.millstream.simulation.workload.Workload;
import dev.millstream.simulation.world.SimulatedWorld;
import dev.millstream.streaming.api.environment.ProgramOptions;
import java.util.List;
import java.util.function.Function;

/** A run of both workloads on a cluster drawn from a seed, one after the other or at once. */
final class ClusterRun {
    private final SimulatedWorld world;
    private final SeededRandom random;
    private final SimulatedCluster cluster;

    private ClusterRun(SimulatedWorld world, Function<SeededRandom, ProcessPorts> ports) {
        this.world = world;
        this.random = world.scheduler().random().stream("cluster run");
        this.cluster =
                new SimulatedCluster(
                        world,
                        ClusterSettings.draw(random.stream("settings")),
                        ports.apply(random.stream("ports")));
    }

    static RunReport of(long seed) {
        return of(seed, random -> ProcessPorts.SOUND);
    }

    /**
     * A run in which something is broken.
     *
     * @param ports made with randomness of its own
     */
    static RunReport of(long seed, Function<SeededRandom, ProcessPorts> ports) {
        return SimulatedRun.of(seed, world -> new ClusterRun(world, ports).run());
    }

    private void run() {
        List<Workload> workloads =
                List.of(
                        new WordCounts(random.stream("words")),
                        new TwoInputs(random.stream("numbers")));
        if (random.chance(0.5)) {
            List<JobRun> runs = workloads.stream().map(this::submit).toList();
            runs.forEach(this::finish);
        } else {
            finish(submit(workloads.getFirst()));
            cluster.checkAtRest();
            finish(submit(workloads.getLast()));
        }
        cluster.checkAtRest();
        cluster.close();
    }

    private JobRun submit(Workload workload) {
        Configuration configuration =
                new Configuration()
                        .set(ProgramOptions.OPERATOR_CHAINING, random.chance(0.7))
                        .set(
                                ProgramOptions.RUNTIME_MODE,
                                random.chance(0.75)
                                        ? RuntimeExecutionMode.STREAMING
                                        : RuntimeExecutionMode.BATCH);
        JobID job = new JobID(world.seed(), random.nextLong());
        return JobRun.submit(cluster, job, workload, configuration);
    }

    private void finish(JobRun run) {
        cluster.await("the job ends", run.ended());
        run.check();
    }
}
