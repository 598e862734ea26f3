package dev.millstream.engine.chain;

import dev.millstream.engine.fusion.Fusion;
import dev.millstream.graph.chain.ChainNode;
import dev.millstream.graph.chain.ChainOutput;
import dev.millstream.streaming.api.operations.Operation;
import java.util.ArrayDeque;
import java.util.Arrays;
import java.util.Deque;
import java.util.List;

/** Finds stateless operators of which each has the next one as its only receiver, and only that. */
final class StatelessRuns {
    private static final int NONE = -1;
    private static final int SEVERAL = -2;

    private final List<ChainNode> nodes;

    /** For each node, the only one that it gets records from, or one of the above. */
    private final int[] senders;

    StatelessRuns(List<ChainNode> nodes) {
        this.nodes = nodes;
        this.senders = new int[nodes.size()];
        Arrays.fill(senders, NONE);
        for (int i = 0; i < senders.length; i++) {
            for (ChainOutput output : nodes.get(i).outputs()) {
                if (output instanceof ChainOutput.ToNode(int next, _)) {
                    senders[next] = senders[next] == NONE ? i : SEVERAL;
                }
            }
        }
    }

    /** The indexes of the run that ends with a node, in order; empty if that is not stateless. */
    List<Integer> endingWith(int last) {
        Deque<Integer> run = new ArrayDeque<>();
        int index = last;
        while (isStateless(index) && run.size() < Fusion.MOST_STEPS) {
            run.addFirst(index);
            int sender = senders[index];
            if (sender < 0 || nodes.get(sender).outputs().size() > 1) {
                break;
            }
            index = sender;
        }
        return List.copyOf(run);
    }

    private boolean isStateless(int index) {
        return switch (nodes.get(index).operation()) {
            case Operation.Map<?, ?> _, Operation.Filter<?> _, Operation.FlatMap<?, ?> _ -> true;
            default -> false;
        };
    }
}
