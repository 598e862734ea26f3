package dev.millstream.graph;

import dev.millstream.api.common.JobID;
import dev.millstream.configuration.Configuration;
import dev.millstream.core.execution.JobClient;
import dev.millstream.core.execution.PipelineExecutor;
import dev.millstream.core.execution.Program;
import dev.millstream.graph.job.JobGraph;
import dev.millstream.streaming.api.environment.ProgramContext;
import dev.millstream.streaming.api.environment.StreamExecutionEnvironment;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import org.jspecify.annotations.Nullable;

/** Builds programs with the public API and compiles them, without running anything. */
final class Programs {
    static final int DEFAULT_PARALLELISM = 2;

    /** A user's program, up to its call of {@code execute}. */
    @FunctionalInterface
    interface Body {
        void build(StreamExecutionEnvironment env);
    }

    /** Keeps the program that it is asked to execute. */
    private static final class Capture implements PipelineExecutor {
        private @Nullable Program program;

        @Override
        public CompletableFuture<JobClient> execute(
                Program program, Configuration configuration, ClassLoader userClassLoader) {
            this.program = program;
            return CompletableFuture.failedFuture(new IllegalStateException("captured"));
        }

        @Override
        public String explain(Program program, Configuration configuration) {
            return "";
        }

        @Override
        public String explainJson(Program program, Configuration configuration) {
            this.program = program;
            return "";
        }
    }

    private Programs() {}

    static Program of(Body body) {
        Capture capture = new Capture();
        ClassLoader loader = Programs.class.getClassLoader();
        ProgramContext context =
                new ProgramContext(capture, new Configuration(), loader, List.of());
        try {
            context.run(() -> {
                StreamExecutionEnvironment env =
                        StreamExecutionEnvironment.getExecutionEnvironment();
                body.build(env);
                return env.getExecutionPlan();
            });
        } catch (RuntimeException e) {
            throw e;
        } catch (Exception e) {
            throw new IllegalStateException(e);
        }
        Program program = capture.program;
        if (program == null) {
            throw new IllegalStateException("The program was not captured");
        }
        return program;
    }

    static JobGraph compile(Body body) {
        return GraphCompiler.compile(
                of(body), new Configuration(), DEFAULT_PARALLELISM, new JobID(1, 2), List.of());
    }
}
