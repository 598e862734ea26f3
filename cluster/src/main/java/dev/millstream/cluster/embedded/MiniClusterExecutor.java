package dev.millstream.cluster.embedded;

import dev.millstream.api.common.JobID;
import dev.millstream.client.job.StateChangeListener;
import dev.millstream.cluster.MiniCluster;
import dev.millstream.configuration.Configuration;
import dev.millstream.core.execution.JobClient;
import dev.millstream.core.execution.PipelineExecutor;
import dev.millstream.core.execution.Program;
import dev.millstream.graph.GraphCompiler;
import dev.millstream.graph.job.BlobKey;
import dev.millstream.graph.job.JobGraph;
import dev.millstream.graph.plan.PlanJson;
import dev.millstream.graph.plan.PlanText;
import dev.millstream.protocol.job.JobResult;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.function.Function;

/** Executes programs, perhaps several at a time, on a cluster that somebody else closes. */
public final class MiniClusterExecutor implements PipelineExecutor {
    private static final JobID NO_JOB = new JobID(0, 0);

    private final MiniCluster cluster;
    private final Optional<StateChangeListener> listener;
    private final Function<JobResult, CompletableFuture<JobResult>> onEnd;

    public MiniClusterExecutor(MiniCluster cluster) {
        this(cluster, Optional.empty(), CompletableFuture::completedFuture);
    }

    /**
     * An executor whose jobs are watched.
     *
     * @param listener told of all changes of all jobs
     * @param onEnd what is to be done between a job's end and the program's being told of it
     */
    MiniClusterExecutor(
            MiniCluster cluster,
            Optional<StateChangeListener> listener,
            Function<JobResult, CompletableFuture<JobResult>> onEnd) {
        this.cluster = cluster;
        this.listener = listener;
        this.onEnd = onEnd;
    }

    @Override
    public CompletableFuture<JobClient> execute(
            Program program, Configuration configuration, ClassLoader userClassLoader) {
        return submit(compile(program, configuration), program.jars(), userClassLoader);
    }

    @Override
    public String explain(Program program, Configuration configuration) {
        return PlanText.of(compile(program, configuration), program.warnings());
    }

    @Override
    public String explainJson(Program program, Configuration configuration) {
        return PlanJson.of(compile(program, configuration), program.warnings());
    }

    /** A program's graph; it gets its id and its jars when it is submitted. */
    static JobGraph compile(Program program, Configuration configuration) {
        return GraphCompiler.compile(
                program,
                configuration,
                Runtime.getRuntime().availableProcessors(),
                NO_JOB,
                List.of());
    }

    CompletableFuture<JobClient> submit(
            JobGraph graph, List<String> jarPaths, ClassLoader userClassLoader) {
        return cluster.jarUpload()
                .identify(jarPaths)
                .thenCompose(jars ->
                        cluster.jarUpload()
                                .upload(jars, cluster.jarTarget())
                                .thenApply(_ -> List.copyOf(jars.keySet())))
                .thenCompose(jars ->
                        cluster.client()
                                .submit(
                                        named(graph, cluster.newJobId(), jars),
                                        userClassLoader,
                                        listener,
                                        onEnd));
    }

    private static JobGraph named(JobGraph graph, JobID job, List<BlobKey> jars) {
        return new JobGraph(
                job, graph.name(), graph.batch(), graph.vertices(), jars, graph.configuration());
    }
}
