package dev.millstream.cli.program;

import dev.millstream.configuration.Configuration;
import dev.millstream.core.execution.JobClient;
import dev.millstream.core.execution.PipelineExecutor;
import dev.millstream.core.execution.Program;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;

/** Instead of executing a program, keeps its plan and ends its main method. Thread-safe. */
final class PlanCapture implements PipelineExecutor {
    /** Ends the main method. An Error, since programs catch exceptions. */
    private static final class Captured extends Error {
        private static final long serialVersionUID = 1L;

        Captured() {
            super("The plan is known", null, false, false);
        }
    }

    private final PipelineExecutor executor;
    private final boolean json;
    private final CompletableFuture<String> plan = new CompletableFuture<>();

    PlanCapture(PipelineExecutor executor, boolean json) {
        this.executor = executor;
        this.json = json;
    }

    /** That of the first job, once there was one. */
    Optional<String> plan() {
        return plan.isDone() ? Optional.of(plan.join()) : Optional.empty();
    }

    @Override
    public CompletableFuture<JobClient> execute(
            Program program, Configuration configuration, ClassLoader userClassLoader) {
        plan.complete(json ? explainJson(program, configuration) : explain(program, configuration));
        throw new Captured();
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
