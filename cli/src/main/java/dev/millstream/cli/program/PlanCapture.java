package dev.millstream.cli.program;

import dev.millstream.configuration.Configuration;
import dev.millstream.core.execution.JobClient;
import dev.millstream.core.execution.PipelineExecutor;
import dev.millstream.core.execution.Program;
import java.util.concurrent.CompletableFuture;

/** Instead of executing a program, keeps its plan and ends its main method. */
final class PlanCapture implements PipelineExecutor {
    /** Ends the main method. An Error, since programs catch exceptions. */
    static final class Captured extends Error {
        private static final long serialVersionUID = 1L;

        private final String plan;

        Captured(String plan) {
            super("The plan has been captured", null, false, false);
            this.plan = plan;
        }

        String plan() {
            return plan;
        }
    }

    private final PipelineExecutor executor;
    private final boolean json;

    PlanCapture(PipelineExecutor executor, boolean json) {
        this.executor = executor;
        this.json = json;
    }

    @Override
    public CompletableFuture<JobClient> execute(
            Program program, Configuration configuration, ClassLoader userClassLoader) {
        throw new Captured(
                json ? explainJson(program, configuration) : explain(program, configuration));
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
