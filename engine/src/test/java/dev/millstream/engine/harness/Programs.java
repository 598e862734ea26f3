package dev.millstream.engine.harness;

import dev.millstream.api.common.JobID;
import dev.millstream.configuration.Configuration;
import dev.millstream.core.execution.JobClient;
import dev.millstream.core.execution.PipelineExecutor;
import dev.millstream.core.execution.Program;
import dev.millstream.graph.GraphCompiler;
import dev.millstream.graph.job.JobGraph;
import dev.millstream.streaming.api.environment.ProgramContext;
import dev.millstream.streaming.api.environment.StreamExecutionEnvironment;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import org.jspecify.annotations.Nullable;

/** Compiles programs that are written with the public API. */
public final class Programs {
    /** A user's program, up to its call of {@code execute}. */
    @FunctionalInterface
    public interface Body {
        void build(StreamExecutionEnvironment env) throws Exception;
    }

    private Programs() {}

    /** The program's JobGraph, with a parallelism of 2 where it sets none. */
    public static JobGraph compile(Body body) {
        Capture capture = new Capture();
        ProgramContext context =
                new ProgramContext(
                        capture, new Configuration(), Programs.class.getClassLoader(), List.of());
        try {
            context.run(() -> {
                StreamExecutionEnvironment env =
                        StreamExecutionEnvironment.getExecutionEnvironment();
                body.build(env);
                return env.getExecutionPlan();
            });
        } catch (Exception e) {
            throw new IllegalStateException("The program can't be built", e);
        }
        Program program = capture.program;
        if (program == null) {
            throw new IllegalStateException("The program was not captured");
        }
        return GraphCompiler.compile(program, new Configuration(), 2, new JobID(1, 2), List.of());
    }

    /** Keeps the program that it is asked to explain. */
    private static final class Capture implements PipelineExecutor {
        private @Nullable Program program;

        @Override
        public CompletableFuture<JobClient> execute(
                Program given, Configuration configuration, ClassLoader userClassLoader) {
            return CompletableFuture.failedFuture(new IllegalStateException("not run here"));
        }

        @Override
        public String explain(Program given, Configuration configuration) {
            return "";
        }

        @Override
        public String explainJson(Program given, Configuration configuration) {
            program = given;
            return "";
        }
    }
}
