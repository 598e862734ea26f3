package dev.millstream.benchmarks.flink;

import dev.millstream.benchmarks.process.Assignment;
import dev.millstream.benchmarks.process.Engine;
import dev.millstream.benchmarks.process.Program;
import dev.millstream.benchmarks.workload.Workload;
import java.util.List;
import org.apache.flink.configuration.Configuration;
import org.apache.flink.configuration.MemorySize;
import org.apache.flink.configuration.TaskManagerOptions;
import org.apache.flink.runtime.minicluster.MiniCluster;
import org.apache.flink.runtime.minicluster.MiniClusterConfiguration;
import org.apache.flink.streaming.api.environment.StreamExecutionEnvironment;

/**
 * Runs programs on a MiniCluster: one TaskManager with two slots. Parts of a variant: {@code
 * -reuse} has object reuse on, {@code -timeout0} and {@code -timeout1} set after how many
 * milliseconds buffers are flushed, {@code -checkpoints} takes one each second.
 */
final class FlinkEngine implements Engine {
    private static final int PARALLELISM = 2;
    private static final long CHECKPOINT_MS = 1_000;
    private static final String REUSE = "-reuse";

    private final MiniCluster cluster;

    FlinkEngine() throws Exception {
        Configuration configuration = new Configuration();
        configuration.set(TaskManagerOptions.MANAGED_MEMORY_SIZE, MemorySize.ofMebiBytes(512));
        configuration.set(TaskManagerOptions.NETWORK_MEMORY_MIN, MemorySize.ofMebiBytes(128));
        configuration.set(TaskManagerOptions.NETWORK_MEMORY_MAX, MemorySize.ofMebiBytes(128));
        cluster =
                new MiniCluster(
                        new MiniClusterConfiguration.Builder()
                                .setConfiguration(configuration)
                                .setNumTaskManagers(1)
                                .setNumSlotsPerTaskManager(PARALLELISM)
                                .withRandomPorts()
                                .build());
        cluster.start();
    }

    @Override
    public Program program(Workload workload, String variant) {
        List<String> options = List.of(variant.split("(?=-)", -1));
        FlinkProgram program = FlinkPrograms.of(workload, options.getFirst());
        return assignment -> run(program, options, assignment);
    }

    private void run(FlinkProgram program, List<String> options, Assignment assignment)
            throws Exception {
        StreamExecutionEnvironment env =
                StreamExecutionEnvironment.getExecutionEnvironment().setParallelism(PARALLELISM);
        if (options.contains(REUSE)) {
            env.getConfig().enableObjectReuse();
        }
        if (options.contains("-timeout0")) {
            env.setBufferTimeout(0);
        }
        if (options.contains("-timeout1")) {
            env.setBufferTimeout(1);
        }
        if (options.contains("-checkpoints")) {
            env.enableCheckpointing(CHECKPOINT_MS);
        }
        program.define(env, assignment);
        var _ = cluster.executeJobBlocking(env.getStreamGraph().getJobGraph());
    }

    @Override
    public void close() {
        cluster.closeAsync().join();
    }
}
