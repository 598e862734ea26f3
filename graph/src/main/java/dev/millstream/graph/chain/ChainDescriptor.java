package dev.millstream.graph.chain;

import java.io.Serializable;
import java.util.List;

/**
 * The operators of one vertex and how records flow between them. Travels as opaque bytes and is
 * opened in a task, under the job's class loader.
 *
 * @param nodes in topological order. Node 0 is the head: it is a source, or it reads the task's
 *     input gates
 * @param batch whether the job runs in batch mode
 * @param objectReuse whether records may be passed between chained operators without a copy
 */
public record ChainDescriptor(List<ChainNode> nodes, boolean batch, boolean objectReuse)
        implements Serializable {
    public ChainDescriptor {
        nodes = List.copyOf(nodes);
    }
}
