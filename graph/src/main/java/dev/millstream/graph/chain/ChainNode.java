package dev.millstream.graph.chain;

import dev.millstream.graph.job.OperatorID;
import dev.millstream.streaming.api.operations.Operation;
import java.io.Serializable;
import java.util.List;

/**
 * One operator of a chain.
 *
 * @param id the operator's
 * @param name for people
 * @param operation what it does
 * @param inputs for the head only: for each input gate of the vertex, in order, the operator's
 *     logical input (0 or 1) that it feeds (a union has several gates for one input)
 * @param outputs where its records go; none for a sink
 */
public record ChainNode(
        OperatorID id,
        String name,
        Operation operation,
        List<Integer> inputs,
        List<ChainOutput> outputs)
        implements Serializable {
    public ChainNode {
        inputs = List.copyOf(inputs);
        outputs = List.copyOf(outputs);
    }
}
