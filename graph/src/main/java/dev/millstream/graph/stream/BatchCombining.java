package dev.millstream.graph.stream;

import dev.millstream.graph.chain.Combining;
import dev.millstream.streaming.api.functions.aggregation.ExtremumFunction;
import dev.millstream.streaming.api.functions.aggregation.SumFunction;
import dev.millstream.streaming.api.operations.Operation;
import dev.millstream.streaming.api.operations.Partitioning;
import dev.millstream.streaming.api.transformations.ChainingStrategy;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Lets the tasks that send records to an aggregate of a batch program aggregate their own first, so
 * that one record for each of their keys crosses. Only for built-in aggregates of one field;
 * whether its values are such that results can't differ (sums of floating point numbers can), the
 * combining operator finds out from the records.
 */
final class BatchCombining {
    private final StreamGraph before;
    private final List<StreamNode> nodes = new ArrayList<>();
    private final List<StreamEdge> edges = new ArrayList<>();

    /** By the id before: the id afterwards. */
    private final int[] ids;

    private BatchCombining(StreamGraph before) {
        this.before = before;
        this.ids = new int[before.nodes().size()];
    }

    /** The graph with combining operators put in where they pay. */
    static StreamGraph apply(StreamGraph graph) {
        return graph.batch() && graph.chaining() ? new BatchCombining(graph).combined() : graph;
    }

    private StreamGraph combined() {
        for (StreamNode node : before.nodes()) {
            List<StreamEdge> inputs = new ArrayList<>();
            for (StreamEdge input : before.inputsOf(node.id())) {
                boolean combines = isCombinable(node) && isShuffled(input);
                inputs.add(combines ? combine(input, node) : from(ids[input.source()], input));
            }
            ids[node.id()] = add(node);
            for (StreamEdge input : inputs) {
                edges.add(to(ids[node.id()], input));
            }
        }
        return new StreamGraph(
                before.jobName(),
                before.batch(),
                before.chaining(),
                before.objectReuse(),
                nodes,
                edges);
    }

    private static boolean isCombinable(StreamNode node) {
        return node.operation() instanceof Operation.Reduce<?, ?>(var _, var _, var function)
                && (function instanceof SumFunction<?, ?>
                        || function instanceof ExtremumFunction<?, ?>);
    }

    private boolean isShuffled(StreamEdge edge) {
        return edge.partitioning() instanceof Partitioning.Hash<?, ?>
                && before.node(edge.source()).chaining() != ChainingStrategy.NEVER;
    }

    /** Puts the aggregate behind the sender, too; returns what leads from there. */
    private StreamEdge combine(StreamEdge input, StreamNode aggregate) {
        StreamNode sender = before.node(input.source());
        int id =
                add(
                        new StreamNode(
                                nodes.size(),
                                "Combine for " + aggregate.name(),
                                Optional.empty(),
                                combining((Operation.Reduce<?, ?>) aggregate.operation()),
                                sender.parallelism(),
                                sender.maxParallelism(),
                                sender.slotSharingGroup(),
                                sender.coLocationGroup(),
                                ChainingStrategy.ALWAYS,
                                aggregate.outputType(),
                                aggregate.callSite()));
        edges.add(
                new StreamEdge(
                        edges.size(),
                        ids[input.source()],
                        id,
                        0,
                        new Partitioning.Forward(),
                        input.sideOutput()));
        return new StreamEdge(0, id, 0, input.input(), input.partitioning(), Optional.empty());
    }

    private static <T, K> Operation combining(Operation.Reduce<T, K> reduce) {
        return new Operation.Reduce<>(
                reduce.key(), reduce.keyType(), new Combining<>(reduce.function()));
    }

    private int add(StreamNode node) {
        int id = nodes.size();
        nodes.add(
                new StreamNode(
                        id,
                        node.name(),
                        node.uid(),
                        node.operation(),
                        node.parallelism(),
                        node.maxParallelism(),
                        node.slotSharingGroup(),
                        node.coLocationGroup(),
                        node.chaining(),
                        node.outputType(),
                        node.callSite()));
        return id;
    }

    private static StreamEdge from(int source, StreamEdge edge) {
        return new StreamEdge(
                edge.id(),
                source,
                edge.target(),
                edge.input(),
                edge.partitioning(),
                edge.sideOutput());
    }

    private StreamEdge to(int target, StreamEdge edge) {
        return new StreamEdge(
                edges.size(),
                edge.source(),
                target,
                edge.input(),
                edge.partitioning(),
                edge.sideOutput());
    }
}
