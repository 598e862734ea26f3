package dev.millstream.graph.chain;

import dev.millstream.streaming.api.operations.Partitioning;
import dev.millstream.api.common.typeinfo.TypeInformation;
import java.io.Serializable;
import java.util.Optional;

/** Where records of an operator go. */
public sealed interface ChainOutput extends Serializable {
    /** Only records emitted to the side output of this name; empty means the main output. */
    Optional<String> sideOutput();

    /**
     * To another operator of the chain, by a direct call.
     *
     * @param node its index in the chain
     */
    record ToNode(int node, Optional<String> sideOutput) implements ChainOutput {}

    /**
     * To a result of the vertex.
     *
     * @param result its index
     * @param partitioning which channel each record takes
     * @param maxParallelism number of key groups of the consumer
     * @param type what is known of the records' type
     */
    record ToResult(
            int result,
            Partitioning partitioning,
            int maxParallelism,
            TypeInformation<?> type,
            Optional<String> sideOutput)
            implements ChainOutput {}
}
