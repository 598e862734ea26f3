package dev.millstream.protocol.task;

import dev.millstream.graph.job.BlobKey;
import dev.millstream.graph.job.Bytes;
import dev.millstream.protocol.id.AllocationID;
import dev.millstream.protocol.id.ExecutionAttemptID;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * All that a TaskManager needs to run an attempt.
 *
 * @param attempt which
 * @param jobName for people
 * @param vertexName for people
 * @param parallelism of the vertex
 * @param maxParallelism of the vertex
 * @param allocation the slot to run in
 * @param jars for the job's class loader
 * @param code a {@link dev.millstream.graph.chain.ChainDescriptor}, or for a coordinator a {@link
 *     dev.millstream.graph.chain.CoordinatorDescriptor}, serialised
 * @param inputs gates, in the order of the vertex's inputs
 * @param results partitions, in the order of the vertex's results
 * @param configuration options of the job, by key
 */
public record TaskDeploymentDescriptor(
        ExecutionAttemptID attempt,
        String jobName,
        String vertexName,
        int parallelism,
        int maxParallelism,
        AllocationID allocation,
        List<BlobKey> jars,
        Bytes code,
        List<InputGateDescriptor> inputs,
        List<ResultPartitionDescriptor> results,
        Map<String, String> configuration) {
    public TaskDeploymentDescriptor {
        jars = List.copyOf(jars);
        inputs = List.copyOf(inputs);
        results = List.copyOf(results);
        configuration = Collections.unmodifiableMap(new TreeMap<>(configuration));
    }
}
