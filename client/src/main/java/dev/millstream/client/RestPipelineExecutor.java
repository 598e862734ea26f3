package dev.millstream.client;

import dev.millstream.api.common.JobID;
import dev.millstream.client.job.StateChangeListener;
import dev.millstream.configuration.Configuration;
import dev.millstream.core.execution.JobClient;
import dev.millstream.core.execution.PipelineExecutor;
import dev.millstream.core.execution.Program;
import dev.millstream.graph.GraphCompiler;
import dev.millstream.graph.job.JobGraph;
import dev.millstream.graph.plan.PlanJson;
import dev.millstream.graph.plan.PlanText;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.function.Supplier;

/** Executes programs on a cluster of processes. Thread-safe. */
public final class RestPipelineExecutor implements PipelineExecutor {
    /** For programs and clusters that say nothing. */
    private static final int DEFAULT_PARALLELISM = 1;

    private static final JobID NO_JOB = new JobID(0, 0);

    private final Supplier<RestClusterClient> cluster;
    private final Optional<StateChangeListener> listener;

    /**
     * An executor.
     *
     * @param cluster asked for with the first program; closed by who made it
     * @param listener told of all changes of all jobs that are waited for
     */
    public RestPipelineExecutor(
            Supplier<RestClusterClient> cluster, Optional<StateChangeListener> listener) {
        this.cluster = cluster;
        this.listener = listener;
    }

    @Override
    public CompletableFuture<JobClient> execute(
            Program program, Configuration configuration, ClassLoader userClassLoader) {
        RestClusterClient client = cluster.get();
        JobGraph graph = compile(program, configuration, client.newJobId());
        return configuration.get(RestClientOptions.ATTACHED)
                ? client.submit(graph, program.jars(), userClassLoader, listener)
                : client.submitDetached(graph, program.jars())
                        .thenApply(job -> new DetachedJobClient(job, client));
    }

    private static JobGraph compile(Program program, Configuration configuration, JobID job) {
        return GraphCompiler.compile(program, configuration, DEFAULT_PARALLELISM, job, List.of());
    }

    @Override
    public String explain(Program program, Configuration configuration) {
        return PlanText.of(compile(program, configuration, NO_JOB), program.warnings());
    }

    @Override
    public String explainJson(Program program, Configuration configuration) {
        return PlanJson.of(compile(program, configuration, NO_JOB), program.warnings());
    }
}
