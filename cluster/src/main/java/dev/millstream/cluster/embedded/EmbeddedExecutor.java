package dev.millstream.cluster.embedded;

import dev.millstream.client.job.StateChangeListener;
import dev.millstream.cluster.MiniCluster;
import dev.millstream.configuration.Configuration;
import dev.millstream.core.execution.JobClient;
import dev.millstream.core.execution.PipelineExecutor;
import dev.millstream.core.execution.Program;
import dev.millstream.graph.job.JobGraph;
import dev.millstream.graph.plan.PlanJson;
import dev.millstream.graph.plan.PlanText;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;

/**
 * Executes each program on a cluster of its own, inside this process, which is closed when the job
 * has ended and before the program is told so. Thread-safe.
 */
public final class EmbeddedExecutor implements PipelineExecutor {
    private final Optional<StateChangeListener> listener;

    public EmbeddedExecutor() {
        this.listener = Optional.empty();
    }

    /**
     * An executor whose jobs are watched.
     *
     * @param listener told of all changes of all jobs
     */
    public EmbeddedExecutor(StateChangeListener listener) {
        this.listener = Optional.of(listener);
    }

    @Override
    public CompletableFuture<JobClient> execute(
            Program program, Configuration configuration, ClassLoader userClassLoader) {
        JobGraph graph = MiniClusterExecutor.compile(program, configuration);
        MiniCluster cluster =
                EmbeddedSize.of(graph, configuration)
                        .apply(MiniCluster.builder().configuration(configuration))
                        .classLoader(userClassLoader)
                        .start();
        return new MiniClusterExecutor(
                        cluster, listener, result -> cluster.closeAside().thenApply(_ -> result))
                .submit(graph, program.jars(), userClassLoader)
                .whenComplete((_, failure) -> {
                    if (failure != null) {
                        var _ = cluster.closeAside();
                    }
                });
    }

    @Override
    public String explain(Program program, Configuration configuration) {
        return PlanText.of(MiniClusterExecutor.compile(program, configuration), program.warnings());
    }

    @Override
    public String explainJson(Program program, Configuration configuration) {
        return PlanJson.of(MiniClusterExecutor.compile(program, configuration), program.warnings());
    }
}
