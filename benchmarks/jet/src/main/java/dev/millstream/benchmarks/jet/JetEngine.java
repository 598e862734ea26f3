package dev.millstream.benchmarks.jet;

import com.hazelcast.config.Config;
import com.hazelcast.core.Hazelcast;
import com.hazelcast.core.HazelcastInstance;
import com.hazelcast.jet.config.JobConfig;
import com.hazelcast.jet.config.ProcessingGuarantee;
import com.hazelcast.jet.pipeline.Pipeline;
import dev.millstream.benchmarks.process.Assignment;
import dev.millstream.benchmarks.process.Engine;
import dev.millstream.benchmarks.process.Program;
import dev.millstream.benchmarks.workload.Workload;

/**
 * Runs pipelines on one member with two cooperative threads. A variant that ends with {@code
 * -snapshots} takes one each second.
 */
final class JetEngine implements Engine {
    private static final int THREADS = 2;
    private static final long SNAPSHOT_MS = 1_000;

    private final HazelcastInstance member = Hazelcast.newHazelcastInstance(config());

    private static Config config() {
        Config config = Config.load();
        config.setProperty("hazelcast.logging.type", "none");
        config.setProperty("hazelcast.phone.home.enabled", "false");
        config.setProperty("hazelcast.shutdownhook.enabled", "false");
        config.getJetConfig().setEnabled(true).setCooperativeThreadCount(THREADS);
        config.getNetworkConfig().getJoin().getAutoDetectionConfig().setEnabled(false);
        config.getNetworkConfig().getJoin().getMulticastConfig().setEnabled(false);
        config.getNetworkConfig().getInterfaces().setEnabled(true).addInterface("127.0.0.1");
        return config;
    }

    /** Defines a job. */
    private interface JetProgram {
        void define(Pipeline pipeline, Assignment assignment);
    }

    @Override
    public Program program(Workload workload, String variant) {
        JetProgram program =
                switch (workload) {
                    case W1 -> StatelessPipelines::wordCount;
                    case W2 -> KeyedPipelines::runningSum;
                    case W3 -> KeyedPipelines::sliding;
                    case W4 -> KeyedPipelines::tumbling;
                    case W5 -> StatelessPipelines::chain;
                    case N0 -> NexmarkPipelines::passThrough;
                    case N1 -> NexmarkPipelines::currency;
                    case N2 -> NexmarkPipelines::selection;
                    case N5 -> NexmarkPipelines::hotAuctions;
                    case N8 -> NexmarkPipelines::newSellers;
                    case W7A, W7B ->
                            (pipeline, assignment) ->
                                    PacedPipelines.sums(workload, pipeline, assignment);
                    case W8, W12 ->
                            throw new IllegalArgumentException(
                                    workload + " is no program in a process");
                };
        JobConfig job = new JobConfig();
        if (variant.endsWith("-snapshots")) {
            job.setProcessingGuarantee(ProcessingGuarantee.EXACTLY_ONCE)
                    .setSnapshotIntervalMillis(SNAPSHOT_MS);
        }
        return assignment -> {
            Pipeline pipeline = Pipeline.create();
            program.define(pipeline, assignment);
            member.getJet().newJob(pipeline, job).join();
        };
    }

    /** Runs a pipeline to its end. */
    void run(Pipeline pipeline) {
        member.getJet().newJob(pipeline).join();
    }

    @Override
    public void close() {
        member.shutdown();
    }
}
