package dev.millstream.cluster.embedded;

import dev.millstream.cluster.MiniCluster;
import dev.millstream.cluster.MiniClusterOptions;
import dev.millstream.configuration.Configuration;
import dev.millstream.graph.job.JobGraph;
import dev.millstream.graph.job.JobVertex;
import dev.millstream.taskmanager.TaskManagerOptions;
import java.util.Map;
import java.util.TreeMap;

/**
 * How large an embedded cluster is.
 *
 * @param taskManagers as configured
 * @param slots of each: as configured, else so many that the job fits, and one for each core at
 *     least
 */
record EmbeddedSize(int taskManagers, int slots) {
    static EmbeddedSize of(JobGraph job, Configuration configuration) {
        int taskManagers = configuration.get(MiniClusterOptions.TASK_MANAGERS);
        int wanted = Math.max(neededSlots(job), Runtime.getRuntime().availableProcessors());
        int slots =
                configuration
                        .getOptional(TaskManagerOptions.NUM_TASK_SLOTS)
                        .orElse(Math.ceilDiv(wanted, taskManagers));
        return new EmbeddedSize(taskManagers, slots);
    }

    MiniCluster.Builder apply(MiniCluster.Builder builder) {
        return builder.taskManagers(taskManagers).slotsPerTaskManager(slots);
    }

    /** In each sharing group as many as its highest parallelism. */
    private static int neededSlots(JobGraph job) {
        Map<String, Integer> byGroup = new TreeMap<>();
        for (JobVertex vertex : job.vertices()) {
            byGroup.merge(vertex.slotSharingGroup(), vertex.parallelism(), Math::max);
        }
        return byGroup.values().stream().mapToInt(Integer::intValue).sum();
    }
}
