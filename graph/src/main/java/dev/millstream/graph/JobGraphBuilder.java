package dev.millstream.graph;

import dev.millstream.api.common.InvalidProgramException;
import dev.millstream.api.common.JobID;
import dev.millstream.graph.chain.ChainDescriptor;
import dev.millstream.graph.chain.ChainNode;
import dev.millstream.graph.chain.ChainOutput;
import dev.millstream.graph.chain.CoordinatorDescriptor;
import dev.millstream.graph.chaining.ChainingRules;
import dev.millstream.graph.job.BlobKey;
import dev.millstream.graph.job.Bytes;
import dev.millstream.graph.job.DistributionPattern;
import dev.millstream.graph.job.JobEdge;
import dev.millstream.graph.job.JobGraph;
import dev.millstream.graph.job.JobVertex;
import dev.millstream.graph.job.JobVertexID;
import dev.millstream.graph.job.OperatorID;
import dev.millstream.graph.job.OperatorInfo;
import dev.millstream.graph.job.ResultInfo;
import dev.millstream.graph.job.ResultKind;
import dev.millstream.graph.stream.StreamEdge;
import dev.millstream.graph.stream.StreamGraph;
import dev.millstream.graph.stream.StreamNode;
import dev.millstream.streaming.api.operations.Operation;
import dev.millstream.streaming.api.operations.Partitioning;
import dev.millstream.types.closure.ClosureBytes;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/** Fuses operators into chains, and makes a vertex of each chain. */
final class JobGraphBuilder {
    private final StreamGraph graph;
    private final List<OperatorID> ids;

    /**
     * For each node: the node that heads its chain. Ascending, as inputs come before what reads
     * them.
     */
    private final int[] head;

    /**
     * For each edge that is not chained: its index among the results of the vertex that produces
     * it.
     */
    private final Map<StreamEdge, Integer> resultIndex = new LinkedHashMap<>();

    private JobGraphBuilder(StreamGraph graph) {
        this.graph = graph;
        this.ids = OperatorIds.of(graph);
        this.head = new int[graph.nodes().size()];
    }

    static JobGraph build(
            StreamGraph graph, JobID jobId, List<BlobKey> jars, Map<String, String> configuration) {
        JobGraphBuilder builder = new JobGraphBuilder(graph);
        builder.findHeads();
        builder.numberResults();
        List<JobVertex> vertices = new ArrayList<>();
        for (StreamNode node : graph.nodes()) {
            if (builder.head[node.id()] == node.id()) {
                vertices.add(builder.vertex(node));
            }
        }
        return new JobGraph(jobId, graph.jobName(), graph.batch(), vertices, jars, configuration);
    }

    private void findHeads() {
        for (StreamNode node : graph.nodes()) {
            head[node.id()] = node.id();
            for (StreamEdge edge : graph.inputsOf(node.id())) {
                if (ChainingRules.chained(graph, edge)) {
                    head[node.id()] = head[edge.source()];
                }
            }
        }
    }

    private void numberResults() {
        Map<Integer, Integer> count = new TreeMap<>();
        for (StreamEdge edge : graph.edges()) {
            if (!ChainingRules.chained(graph, edge)) {
                resultIndex.put(edge, count.merge(head[edge.source()], 1, Integer::sum) - 1);
            }
        }
    }

    private JobVertex vertex(StreamNode first) {
        List<StreamNode> members =
                graph.nodes().stream().filter(node -> head[node.id()] == first.id()).toList();
        ChainDescriptor chain =
                new ChainDescriptor(
                        members.stream().map(node -> chainNode(node, members)).toList(),
                        graph.batch(),
                        graph.objectReuse());
        return new JobVertex(
                vertexId(first.id()),
                String.join(" -> ", members.stream().map(StreamNode::name).toList()),
                first.parallelism(),
                first.maxParallelism(),
                first.slotSharingGroup(),
                first.coLocationGroup(),
                first.isSource(),
                members.stream()
                        .map(node -> new OperatorInfo(ids.get(node.id()), node.name(), node.uid()))
                        .toList(),
                serialize(chain, members),
                coordinator(first),
                graph.inputsOf(first.id()).stream().map(this::jobEdge).toList(),
                results(members));
    }

    private ChainNode chainNode(StreamNode node, List<StreamNode> members) {
        boolean isHead = node.id() == members.getFirst().id();
        List<Integer> inputs =
                isHead
                        ? graph.inputsOf(node.id()).stream().map(StreamEdge::input).toList()
                        : List.of();
        List<ChainOutput> outputs = new ArrayList<>();
        for (StreamEdge edge : graph.outputsOf(node.id())) {
            Integer result = resultIndex.get(edge);
            outputs.add(
                    result == null
                            ? new ChainOutput.ToNode(
                                    members.indexOf(graph.node(edge.target())),
                                    edge.sideOutput().orElse(ChainOutput.MAIN))
                            : new ChainOutput.ToResult(
                                    result,
                                    edge.partitioning(),
                                    graph.node(edge.target()).maxParallelism(),
                                    node.outputType(),
                                    edge.sideOutput().orElse(ChainOutput.MAIN)));
        }
        return new ChainNode(ids.get(node.id()), node.name(), node.operation(), inputs, outputs);
    }

    private List<ResultInfo> results(List<StreamNode> members) {
        ResultKind kind = graph.batch() ? ResultKind.BLOCKING : ResultKind.PIPELINED;
        int count = 0;
        for (StreamNode node : members) {
            count +=
                    (int)
                            graph.outputsOf(node.id()).stream()
                                    .filter(resultIndex::containsKey)
                                    .count();
        }
        List<ResultInfo> results = new ArrayList<>();
        for (int i = 0; i < count; i++) {
            results.add(new ResultInfo(i, kind));
        }
        return results;
    }

    private JobEdge jobEdge(StreamEdge edge) {
        Integer result = resultIndex.get(edge);
        if (result == null) {
            throw new IllegalStateException(
                    "The head of a chain has no chained input, but reads " + edge);
        }
        DistributionPattern pattern =
                switch (edge.partitioning()) {
                    case Partitioning.Forward _, Partitioning.Rescale _ ->
                            DistributionPattern.POINTWISE;
                    case Partitioning.Rebalance _,
                            Partitioning.Shuffle _,
                            Partitioning.Broadcast _,
                            Partitioning.Global _,
                            Partitioning.Hash<?, ?> _,
                            Partitioning.Custom<?, ?> _ ->
                            DistributionPattern.ALL_TO_ALL;
                };
        String strategy = edge.partitioning().getClass().getSimpleName().toUpperCase(Locale.ROOT);
        return new JobEdge(vertexId(head[edge.source()]), result, pattern, strategy);
    }

    private Optional<Bytes> coordinator(StreamNode node) {
        if (!(node.operation() instanceof Operation.FromSource<?> from)) {
            return Optional.empty();
        }
        return Optional.of(
                serialize(
                        new CoordinatorDescriptor(ids.get(node.id()), node.name(), from.source()),
                        List.of(node)));
    }

    private static Bytes serialize(Object descriptor, List<StreamNode> members) {
        try {
            return Bytes.owning(ClosureBytes.serialize(descriptor));
        } catch (RuntimeException e) {
            List<String> names = members.stream().map(StreamNode::describe).toList();
            throw new InvalidProgramException(
                    "A function of "
                            + String.join(", ", names)
                            + " can't be sent to the tasks that run it: "
                            + e.getMessage(),
                    e);
        }
    }

    private JobVertexID vertexId(int node) {
        OperatorID id = ids.get(node);
        return new JobVertexID(id.upper(), id.lower());
    }
}
