package dev.millstream.graph.chain;

import dev.millstream.api.common.typeinfo.TypeInformation;
import dev.millstream.streaming.api.operations.Partitioning;
import java.io.Serializable;
import java.util.Optional;

/** Where records of an operator go. */
public sealed interface ChainOutput extends Serializable {
    /** For {@link #sideOutputName()}: the main output. */
    String MAIN = "";

    /** Name of the side output whose records go there, or {@link #MAIN}. */
    String sideOutputName();

    /** Only records emitted to the side output of this name; empty means the main output. */
    default Optional<String> sideOutput() {
        return sideOutputName().equals(MAIN) ? Optional.empty() : Optional.of(sideOutputName());
    }

    /**
     * To another operator of the chain, by a direct call.
     *
     * @param node its index in the chain
     */
    record ToNode(int node, String sideOutputName) implements ChainOutput {}

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
            String sideOutputName)
            implements ChainOutput {}
}
