package dev.millstream.simulation.cluster;

import dev.millstream.configuration.Configuration;
import dev.millstream.core.execution.JobClient;
import dev.millstream.core.execution.PipelineExecutor;
import dev.millstream.core.execution.Program;
import dev.millstream.simulation.workload.Workload;
import dev.millstream.streaming.api.environment.ProgramContext;
import dev.millstream.streaming.api.environment.StreamExecutionEnvironment;
import dev.millstream.streaming.api.operations.Operation;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;

/**
 * A program as the public API has built it.
 *
 * @param program itself
 * @param collectId under which its records are fetched
 */
record BuiltProgram(Program program, String collectId) {
    static BuiltProgram of(Workload workload, Configuration configuration) {
        Taker taker = new Taker();
        ProgramContext context =
                new ProgramContext(
                        taker, configuration, BuiltProgram.class.getClassLoader(), List.of());
        try {
            context.run(() -> {
                var environment = StreamExecutionEnvironment.getExecutionEnvironment();
                environment.setParallelism(ClusterSettings.LEAST_SLOTS);
                workload.build(environment);
                return environment.executeAsync(workload.name());
            });
        } catch (ProgramTaken expected) {
            Program program = taker.programs.getFirst();
            return new BuiltProgram(program, collectId(program));
        } catch (Exception problem) {
            throw new IllegalStateException(workload.name() + " can't be built", problem);
        }
        throw new IllegalStateException(workload.name() + " has no program");
    }

    private static String collectId(Program program) {
        for (var operator : program.operators()) {
            if (operator.getOperation() instanceof Operation.Collect collect) {
                return collect.collectId();
            }
        }
        throw new IllegalStateException(program.jobName() + " collects nothing");
    }

    private static final class ProgramTaken extends Exception {
        private static final long serialVersionUID = 1L;
    }

    /** Takes the program instead of executing it. */
    private static final class Taker implements PipelineExecutor {
        final List<Program> programs = new ArrayList<>();

        @Override
        public CompletableFuture<JobClient> execute(
                Program program, Configuration configuration, ClassLoader userClassLoader) {
            programs.add(program);
            return CompletableFuture.failedFuture(
                    new ExecutionException(new ProgramTaken()).getCause());
        }

        @Override
        public String explain(Program program, Configuration configuration) {
            return "";
        }

        @Override
        public String explainJson(Program program, Configuration configuration) {
            return "";
        }
    }
}
