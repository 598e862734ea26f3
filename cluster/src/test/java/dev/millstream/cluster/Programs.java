package dev.millstream.cluster;

import dev.millstream.cluster.embedded.MiniClusterExecutor;
import dev.millstream.configuration.Configuration;
import dev.millstream.core.execution.JobClient;
import dev.millstream.core.execution.PipelineExecutor;
import dev.millstream.core.execution.Program;
import dev.millstream.graph.GraphCompiler;
import dev.millstream.graph.job.JobGraph;
import dev.millstream.streaming.api.datastream.DataStream;
import dev.millstream.streaming.api.environment.ProgramContext;
import dev.millstream.streaming.api.environment.StreamExecutionEnvironment;
import dev.millstream.util.CloseableIterator;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.CompletableFuture;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/** Makes programs' environments on a given cluster. */
public final class Programs {
    private Programs() {}

    public static StreamExecutionEnvironment on(MiniCluster cluster, int parallelism)
            throws Exception {
        return on(cluster, parallelism, new Configuration(), List.of());
    }

    /** An environment that executes on the cluster, with these options and jars. */
    public static StreamExecutionEnvironment on(
            MiniCluster cluster, int parallelism, Configuration configuration, List<String> jars)
            throws Exception {
        return on(cluster, parallelism, configuration, jars, Programs.class.getClassLoader());
    }

    /** As above, with the class loader of a program that is in the jars. */
    public static StreamExecutionEnvironment on(
            MiniCluster cluster,
            int parallelism,
            Configuration configuration,
            List<String> jars,
            ClassLoader classLoader)
            throws Exception {
        StreamExecutionEnvironment env =
                new ProgramContext(
                                new MiniClusterExecutor(cluster), configuration, classLoader, jars)
                        .run(StreamExecutionEnvironment::getExecutionEnvironment);
        env.setParallelism(parallelism);
        return env;
    }

    /** Executes the program and gathers what the stream has. */
    public static <T> List<T> collect(DataStream<T> stream) throws Exception {
        List<T> results = new ArrayList<>();
        try (CloseableIterator<T> records = stream.executeAndCollect()) {
            records.forEachRemaining(results::add);
        }
        return results;
    }

    /** The graph of a program, with an id of its own, not submitted. */
    static JobGraph graph(MiniCluster cluster, Consumer<StreamExecutionEnvironment> program)
            throws Exception {
        CompiledOnly executor = new CompiledOnly(cluster);
        StreamExecutionEnvironment env =
                new ProgramContext(
                                executor,
                                new Configuration(),
                                Programs.class.getClassLoader(),
                                List.of())
                        .run(StreamExecutionEnvironment::getExecutionEnvironment);
        program.accept(env);
        env.getExecutionPlan();
        return Objects.requireNonNull(executor.compiled);
    }

    /** Keeps the graph instead of executing the program. */
    private static final class CompiledOnly implements PipelineExecutor {
        private final MiniCluster cluster;
        private @Nullable JobGraph compiled;

        CompiledOnly(MiniCluster cluster) {
            this.cluster = cluster;
        }

        @Override
        public CompletableFuture<JobClient> execute(
                Program program, Configuration configuration, ClassLoader userClassLoader) {
            throw new AssertionError("The program is only compiled");
        }

        @Override
        public String explain(Program program, Configuration configuration) {
            compiled =
                    GraphCompiler.compile(program, configuration, 1, cluster.newJobId(), List.of());
            return "";
        }

        @Override
        public String explainJson(Program program, Configuration configuration) {
            return explain(program, configuration);
        }
    }
}
