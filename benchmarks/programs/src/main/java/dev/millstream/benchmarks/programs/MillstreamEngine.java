package dev.millstream.benchmarks.programs;

import dev.millstream.benchmarks.process.Assignment;
import dev.millstream.benchmarks.process.Engine;
import dev.millstream.benchmarks.process.Program;
import dev.millstream.benchmarks.workload.Workload;
import dev.millstream.cluster.MiniCluster;
import dev.millstream.cluster.embedded.MiniClusterExecutor;
import dev.millstream.configuration.Configuration;
import dev.millstream.streaming.api.environment.ProgramContext;
import dev.millstream.streaming.api.environment.StreamExecutionEnvironment;
import java.util.List;

/** Runs programs on a cluster in this process: one TaskManager with two slots. */
final class MillstreamEngine implements Engine {
    private static final int PARALLELISM = 2;

    private final MiniCluster cluster =
            MiniCluster.builder().taskManagers(1).slotsPerTaskManager(PARALLELISM).start();

    @Override
    public Program program(Workload workload, String variant) {
        OwnProgram program = OwnPrograms.of(workload, variant);
        return assignment -> run(workload, program, assignment);
    }

    private void run(Workload workload, OwnProgram program, Assignment assignment)
            throws Exception {
        ProgramContext context =
                new ProgramContext(
                        new MiniClusterExecutor(cluster),
                        new Configuration(),
                        MillstreamEngine.class.getClassLoader(),
                        List.of());
        var _ =
                context.run(() -> {
                    StreamExecutionEnvironment env =
                            StreamExecutionEnvironment.getExecutionEnvironment()
                                    .setParallelism(PARALLELISM);
                    program.define(env, assignment);
                    return env.execute(workload.name());
                });
    }

    @Override
    public void close() {
        cluster.close();
    }
}
