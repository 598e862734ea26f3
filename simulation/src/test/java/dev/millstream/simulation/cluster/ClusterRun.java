package dev.millstream.simulation.cluster;

import dev.millstream.api.common.JobID;
import dev.millstream.api.common.RuntimeExecutionMode;
import dev.millstream.configuration.Configuration;
import dev.millstream.jobmanager.jobmaster.restart.RestartStrategyOptions;
import dev.millstream.simulation.run.RunReport;
import dev.millstream.simulation.run.SimulatedRun;
import dev.millstream.simulation.scheduler.EventKind;
import dev.millstream.simulation.scheduler.SeededRandom;
import dev.millstream.simulation.workload.TwoInputs;
import dev.millstream.simulation.workload.WordCounts;
import dev.millstream.simulation.workload.Workload;
import dev.millstream.simulation.world.SimulatedWorld;
import dev.millstream.streaming.api.environment.ProgramOptions;
import java.time.Duration;
import java.util.List;
import java.util.function.Function;

/** A run of both workloads on a cluster drawn from a seed, one after the other or at once. */
final class ClusterRun {
    private final SimulatedWorld world;
    private final SeededRandom random;
    private final Trouble trouble;
    private final SimulatedCluster cluster;

    private ClusterRun(
            SimulatedWorld world,
            Function<SeededRandom, ProcessPorts> ports,
            Function<SeededRandom, Trouble> trouble) {
        this.world = world;
        this.random = world.scheduler().random().stream("cluster run");
        this.trouble = trouble.apply(random.stream("trouble"));
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
        return SimulatedRun.of(
                seed, world -> new ClusterRun(world, ports, _ -> Trouble.NONE).run());
    }

    /** A run in which jobs fail, are cancelled, and lose links; and are restarted. */
    static RunReport withTrouble(long seed) {
        return SimulatedRun.of(
                seed, world -> new ClusterRun(world, _ -> ProcessPorts.SOUND, Trouble::draw).run());
    }

    private void run() {
        planBreaks();
        List<Workload> workloads =
                List.of(
                        new WordCounts(random.stream("words"), trouble.failures()),
                        new TwoInputs(random.stream("numbers")));
        if (random.chance(0.5)) {
            JobRun first = submit(workloads.getFirst());
            JobRun last = submitLast(workloads.getLast());
            finish(first);
            finish(last);
        } else {
            finish(submit(workloads.getFirst()));
            cluster.checkAtRest();
            finish(submitLast(workloads.getLast()));
        }
        cluster.checkAtRest();
        cluster.close();
    }

    private void planBreaks() {
        String reason = "somebody stumbled over the cable";
        plan(trouble.brokenLinks(), () -> cluster.breakExchangeLink(reason));
        plan(trouble.brokenRpcLinks(), () -> cluster.breakRpcLink(reason));
        plan(trouble.halfOpenRpcLinks(), () -> cluster.halfOpenRpcLink(reason));
    }

    private void plan(int times, Runnable breaks) {
        for (int i = 0; i < times; i++) {
            world.scheduler()
                    .at(
                            world.scheduler().nowNs() + random.between(0L, 1_000_000_000L),
                            EventKind.SCENARIO,
                            "a link breaks",
                            breaks);
        }
    }

    private JobRun submitLast(Workload workload) {
        JobRun run = submit(workload);
        trouble.cancelAfterMs().ifPresent(run::cancelAfter);
        return run;
    }

    private JobRun submit(Workload workload) {
        Configuration configuration =
                new Configuration()
                        .set(RestartStrategyOptions.TYPE, RestartStrategyOptions.Type.FIXED_DELAY)
                        .set(RestartStrategyOptions.FIXED_DELAY_ATTEMPTS, trouble.restarts())
                        .set(RestartStrategyOptions.FIXED_DELAY_DELAY, Duration.ofMillis(100))
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
