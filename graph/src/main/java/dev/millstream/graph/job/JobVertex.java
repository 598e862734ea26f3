package dev.millstream.graph.job;

import java.util.List;
import java.util.Optional;

/**
 * One chain of operators, which runs as {@code parallelism} subtasks.
 *
 * @param id the id of its first operator
 * @param name the operators' names, joined
 * @param parallelism at least 1
 * @param maxParallelism number of key groups, at least {@code parallelism}
 * @param slotSharingGroup subtasks of vertices of one group may share a slot
 * @param coLocationGroup n-th subtasks of vertices in one group run in the same slot
 * @param hasSource whether its first operator is a source: then a coordinator task with the
 *     source's split enumerator belongs to it, and its subtasks ask for splits
 * @param operators in chain order
 * @param chain a serialised {@link dev.millstream.graph.chain.ChainDescriptor}, opened by tasks
 *     only
 * @param coordinator for a source: a serialised {@link
 *     dev.millstream.graph.chain.CoordinatorDescriptor}, opened by the coordinator task only
 * @param inputs its input gates, in order
 * @param results its results, in order; each is consumed by one edge
 */
public record JobVertex(
        JobVertexID id,
        String name,
        int parallelism,
        int maxParallelism,
        String slotSharingGroup,
        Optional<String> coLocationGroup,
        boolean hasSource,
        List<OperatorInfo> operators,
        Bytes chain,
        Optional<Bytes> coordinator,
        List<JobEdge> inputs,
        List<ResultInfo> results) {
    public JobVertex {
        operators = List.copyOf(operators);
        inputs = List.copyOf(inputs);
        results = List.copyOf(results);
    }
}
