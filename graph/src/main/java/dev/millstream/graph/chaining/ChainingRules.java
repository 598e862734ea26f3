package dev.millstream.graph.chaining;

import dev.millstream.graph.stream.StreamEdge;
import dev.millstream.graph.stream.StreamGraph;
import dev.millstream.graph.stream.StreamNode;
import dev.millstream.streaming.api.operations.Partitioning;
import dev.millstream.streaming.api.transformations.ChainingStrategy;

/** Decides which edges become direct calls inside one task. */
public final class ChainingRules {
    private ChainingRules() {}

    /**
     * Whether the edge's target runs in the same task as its source: records stay with the subtask
     * of the same index, nothing else flows into the target, both have the same parallelism and
     * share slots, and the user does not forbid it.
     */
    public static boolean chained(StreamGraph graph, StreamEdge edge) {
        StreamNode source = graph.node(edge.source());
        StreamNode target = graph.node(edge.target());
        return graph.chaining()
                && edge.partitioning() instanceof Partitioning.Forward
                && graph.inputsOf(target.id()).size() == 1
                && source.parallelism() == target.parallelism()
                && source.maxParallelism() == target.maxParallelism()
                && source.slotSharingGroup().equals(target.slotSharingGroup())
                && source.coLocationGroup().equals(target.coLocationGroup())
                && source.chaining() != ChainingStrategy.NEVER
                && target.chaining() == ChainingStrategy.ALWAYS;
    }
}
