package dev.millstream.graph.stream;

import dev.millstream.api.common.InvalidProgramException;
import dev.millstream.api.common.typeinfo.TypeInformation;
import dev.millstream.api.connector.source.Boundedness;
import dev.millstream.api.dag.Transformation;
import dev.millstream.streaming.api.operations.Operation;
import dev.millstream.streaming.api.operations.Partitioning;
import dev.millstream.streaming.api.transformations.ChainingStrategy;
import dev.millstream.streaming.api.transformations.OperatorTransformation;
import dev.millstream.streaming.api.transformations.PartitionTransformation;
import dev.millstream.streaming.api.transformations.SideOutputTransformation;
import dev.millstream.streaming.api.transformations.UnionTransformation;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.TreeSet;

/**
 * Turns a program's transformations into nodes and edges: partitionings, unions and side outputs
 * become properties of edges, and defaults are filled in.
 */
public final class StreamGraphBuilder {
    /** Where records of a transformation really come from. */
    private record Origin(
            int node, Optional<Partitioning> partitioning, Optional<String> sideOutput) {}

    private final StreamSettings settings;
    private final List<StreamNode> nodes = new ArrayList<>();
    private final List<StreamEdge> edges = new ArrayList<>();
    private final Map<Integer, List<Origin>> origins = new TreeMap<>();

    private StreamGraphBuilder(StreamSettings settings) {
        this.settings = settings;
    }

    /**
     * Builds the graph.
     *
     * @param transformations those of the program that end in sinks, and whatever they read
     * @throws InvalidProgramException if the program can't work; the message names the operator and
     *     its line
     */
    public static StreamGraph build(
            String jobName,
            List<? extends Transformation<?>> transformations,
            StreamSettings settings) {
        StreamGraphBuilder builder = new StreamGraphBuilder(settings);
        Map<Integer, Transformation<?>> byId = new TreeMap<>();
        transformations.forEach(root -> gather(root, byId));
        byId.values().forEach(builder::add);
        CoLocationCheck.check(builder.nodes);
        boolean batch = builder.isBatch();
        return BatchCombining.apply(
                new StreamGraph(
                        jobName,
                        batch,
                        settings.chaining(),
                        settings.objectReuse(),
                        builder.nodes,
                        builder.edges));
    }

    /** Inputs have lower ids than what reads them: so the order of ids is a topological one. */
    private static void gather(Transformation<?> root, Map<Integer, Transformation<?>> byId) {
        List<Transformation<?>> open = new ArrayList<>(List.of(root));
        while (!open.isEmpty()) {
            Transformation<?> next = open.removeLast();
            if (byId.put(next.getId(), next) == null) {
                open.addAll(next.getInputs());
            }
        }
    }

    private void add(Transformation<?> transformation) {
        List<Origin> found =
                switch (transformation) {
                    case OperatorTransformation<?> operator -> List.of(addNode(operator));
                    case PartitionTransformation<?> partition ->
                            originsOf(partition.getInput()).stream()
                                    .map(origin ->
                                            new Origin(
                                                    origin.node,
                                                    Optional.of(partition.getPartitioning()),
                                                    origin.sideOutput))
                                    .toList();
                    case UnionTransformation<?> union ->
                            union.getInputs().stream()
                                    .flatMap(input -> originsOf(input).stream())
                                    .toList();
                    case SideOutputTransformation<?> side ->
                            originsOf(side.getInput()).stream()
                                    .map(origin ->
                                            new Origin(
                                                    origin.node,
                                                    origin.partitioning,
                                                    Optional.of(side.getOutputTag().getId())))
                                    .toList();
                    default ->
                            throw new IllegalStateException(
                                    "Unknown transformation " + transformation);
                };
        origins.put(transformation.getId(), found);
    }

    private List<Origin> originsOf(Transformation<?> input) {
        List<Origin> found = origins.get(input.getId());
        if (found == null) {
            throw new IllegalStateException(
                    "Transformation " + input + " has a higher id than one that reads it");
        }
        return found;
    }

    private Origin addNode(OperatorTransformation<?> operator) {
        List<List<Origin>> inputs =
                operator.getInputs().stream()
                        .map(input ->
                                originsOf(input).stream()
                                        .map(origin -> combined(origin, operator))
                                        .toList())
                        .toList();
        int id = nodes.size();
        int parallelism =
                operator.getParallelism() == Transformation.UNSET_PARALLELISM
                        ? settings.parallelism()
                        : operator.getParallelism();
        int max =
                operator.getMaxParallelism() == Transformation.UNSET_PARALLELISM
                        ? settings.maxParallelism()
                                .orElseGet(() -> Parallelism.derivedMax(parallelism))
                        : operator.getMaxParallelism();
        StreamNode node =
                new StreamNode(
                        id,
                        name(operator),
                        operator.getUid(),
                        operator.getOperation(),
                        parallelism,
                        max,
                        slotSharingGroup(operator),
                        operator.getCoLocationGroupKey(),
                        operator.getChainingStrategy(),
                        operator.getOutputType(),
                        operator.getCallSite().toString());
        Parallelism.check(node.describe(), parallelism, max);
        nodes.add(node);
        for (int input = 0; input < inputs.size(); input++) {
            for (Origin origin : inputs.get(input)) {
                edges.add(edge(origin, node, input));
            }
        }
        return new Origin(id, Optional.empty(), Optional.empty());
    }

    /** Where the operator's records come from once they are combined, if they are. */
    private Origin combined(Origin origin, OperatorTransformation<?> target) {
        StreamNode sender = nodes.get(origin.node);
        Optional<Partitioning> partitioning = origin.partitioning;
        Optional<Operation.Combine<?, ?>> combine =
                CombiningRules.combine(target.getOperation(), sender);
        if (!settings.chaining() || partitioning.isEmpty() || combine.isEmpty()) {
            return origin;
        }
        StreamNode node =
                new StreamNode(
                        nodes.size(),
                        "Combine for " + target.getName(),
                        Optional.empty(),
                        combine.get(),
                        sender.parallelism(),
                        sender.maxParallelism(),
                        sender.slotSharingGroup(),
                        sender.coLocationGroup(),
                        ChainingStrategy.ALWAYS,
                        TypeInformation.unknown(),
                        target.getCallSite().toString());
        nodes.add(node);
        edges.add(
                edge(
                        new Origin(
                                origin.node,
                                Optional.of(new Partitioning.Forward()),
                                origin.sideOutput),
                        node,
                        0));
        return new Origin(
                node.id(),
                Optional.of(CombiningRules.partitioning(partitioning.get())),
                Optional.empty());
    }

    /** The JobManager finds the operator whose results a client fetches by its name. */
    private static String name(OperatorTransformation<?> operator) {
        return operator.getOperation() instanceof Operation.Collect collect
                ? "Collect: " + collect.collectId()
                : operator.getName();
    }

    private String slotSharingGroup(OperatorTransformation<?> operator) {
        return operator.getSlotSharingGroup()
                .orElseGet(() -> {
                    TreeSet<String> groups = new TreeSet<>();
                    for (Transformation<?> input : operator.getInputs()) {
                        originsOf(input)
                                .forEach(origin ->
                                        groups.add(nodes.get(origin.node).slotSharingGroup()));
                    }
                    return groups.size() == 1
                            ? groups.first()
                            : OperatorTransformation.DEFAULT_SLOT_SHARING_GROUP;
                });
    }

    private StreamEdge edge(Origin origin, StreamNode target, int input) {
        StreamNode source = nodes.get(origin.node);
        boolean aligned = source.parallelism() == target.parallelism();
        Partitioning partitioning =
                origin.partitioning.orElseGet(
                        () -> aligned ? new Partitioning.Forward() : new Partitioning.Rebalance());
        if (partitioning instanceof Partitioning.Forward && !aligned) {
            throw new InvalidProgramException(
                    "Forward partitioning from "
                            + source.describe()
                            + " with parallelism "
                            + source.parallelism()
                            + " to "
                            + target.describe()
                            + " with parallelism "
                            + target.parallelism()
                            + " is impossible: it joins subtasks of the same index. Give both the"
                            + " same parallelism, or use rescale() or rebalance().");
        }
        return new StreamEdge(
                edges.size(), source.id(), target.id(), input, partitioning, origin.sideOutput);
    }

    private boolean isBatch() {
        boolean bounded = nodes.stream().allMatch(StreamGraphBuilder::isBounded);
        return switch (settings.mode()) {
            case STREAMING -> false;
            case AUTOMATIC -> bounded;
            case BATCH -> {
                if (!bounded) {
                    StreamNode source =
                            nodes.stream()
                                    .filter(node -> !isBounded(node))
                                    .findFirst()
                                    .orElseThrow();
                    throw new InvalidProgramException(
                            "The program is to run in batch mode, but its source "
                                    + source.describe()
                                    + " never ends. Bound the source, or choose streaming or"
                                    + " automatic mode.");
                }
                yield true;
            }
        };
    }

    private static boolean isBounded(StreamNode node) {
        return !(node.operation() instanceof Operation.FromSource<?> from)
                || from.source().getBoundedness() == Boundedness.BOUNDED;
    }
}
