package dev.millstream.graph;

import dev.millstream.api.common.ExecutionConfig;
import dev.millstream.api.common.InvalidProgramException;
import dev.millstream.api.common.JobID;
import dev.millstream.configuration.Configuration;
import dev.millstream.core.execution.Program;
import dev.millstream.graph.job.BlobKey;
import dev.millstream.graph.job.JobGraph;
import dev.millstream.graph.stream.StreamGraph;
import dev.millstream.graph.stream.StreamGraphBuilder;
import dev.millstream.graph.stream.StreamSettings;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/**
 * Compiles programs: transformations to StreamGraph to JobGraph. The same program always gives the
 * same graph.
 */
public final class GraphCompiler {
    private GraphCompiler() {}

    /**
     * Compiles a program.
     *
     * @param program as it was built
     * @param configuration of the job; travels with it
     * @param defaultParallelism for programs that set none
     * @param jobId of the new job
     * @param jars what the job's class loader needs
     * @throws InvalidProgramException if the program can't work; the message names the operator and
     *     its line
     */
    public static JobGraph compile(
            Program program,
            Configuration configuration,
            int defaultParallelism,
            JobID jobId,
            List<BlobKey> jars) {
        Map<String, String> options = new TreeMap<>(configuration.toMap());
        options.put(
                "pipeline.auto-watermark-interval",
                program.executionConfig().getAutoWatermarkInterval() + " ms");
        return JobGraphBuilder.build(
                streamGraph(program, defaultParallelism), jobId, jars, options);
    }

    /** The first half of {@link #compile}. */
    public static StreamGraph streamGraph(Program program, int defaultParallelism) {
        ExecutionConfig config = program.executionConfig();
        int parallelism =
                config.getParallelism() == ExecutionConfig.PARALLELISM_DEFAULT
                        ? defaultParallelism
                        : config.getParallelism();
        Optional<Integer> maxParallelism =
                config.getMaxParallelism() == ExecutionConfig.PARALLELISM_DEFAULT
                        ? Optional.empty()
                        : Optional.of(config.getMaxParallelism());
        return StreamGraphBuilder.build(
                program.jobName(),
                program.operators(),
                new StreamSettings(
                        program.mode(),
                        parallelism,
                        maxParallelism,
                        program.chaining(),
                        config.isObjectReuseEnabled()));
    }
}
