package dev.millstream.cli.program;

import dev.millstream.configuration.Configuration;
import dev.millstream.core.execution.JobClient;
import dev.millstream.core.execution.PipelineExecutor;
import dev.millstream.core.execution.Program;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.Consumer;

/**
 * Executes programs, and remembers their jobs: for Ctrl-C, and for programs that don't wait for
 * their jobs.
 */
final class TrackingExecutor implements PipelineExecutor {
    private final PipelineExecutor executor;
    private final Consumer<JobClient> submitted;

    /** Added to by the program's threads, read by the signal's. */
    private final List<JobClient> jobs = new CopyOnWriteArrayList<>();

    TrackingExecutor(PipelineExecutor executor) {
        this(executor, _ -> {});
    }

    /**
     * @param submitted told of each job as soon as it is accepted
     */
    TrackingExecutor(PipelineExecutor executor, Consumer<JobClient> submitted) {
        this.executor = executor;
        this.submitted = submitted;
    }

    /** In the order of submission. */
    List<JobClient> jobs() {
        return jobs;
    }

    @Override
    public CompletableFuture<JobClient> execute(
            Program program, Configuration configuration, ClassLoader userClassLoader) {
        return executor.execute(program, configuration, userClassLoader)
                .thenApply(client -> {
                    jobs.add(client);
                    submitted.accept(client);
                    return client;
                });
    }

    @Override
    public String explain(Program program, Configuration configuration) {
        return executor.explain(program, configuration);
    }

    @Override
    public String explainJson(Program program, Configuration configuration) {
        return executor.explainJson(program, configuration);
    }
}
