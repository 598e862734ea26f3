package dev.millstream.graph.stream;

import java.util.List;

/**
 * A program's operators and the edges between them.
 *
 * @param jobName for people
 * @param batch whether it runs in batch mode
 * @param chaining whether operators may be fused at all
 * @param objectReuse whether records may be passed between chained operators without a copy
 * @param nodes by id
 * @param edges by target, in the order of the target's inputs
 */
public record StreamGraph(
        String jobName,
        boolean batch,
        boolean chaining,
        boolean objectReuse,
        List<StreamNode> nodes,
        List<StreamEdge> edges) {
    public StreamGraph {
        nodes = List.copyOf(nodes);
        edges = List.copyOf(edges);
    }

    public StreamNode node(int id) {
        return nodes.get(id);
    }

    public List<StreamEdge> inputsOf(int node) {
        return edges.stream().filter(edge -> edge.target() == node).toList();
    }

    public List<StreamEdge> outputsOf(int node) {
        return edges.stream().filter(edge -> edge.source() == node).toList();
    }
}
