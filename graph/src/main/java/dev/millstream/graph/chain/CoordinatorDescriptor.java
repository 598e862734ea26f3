package dev.millstream.graph.chain;

import dev.millstream.api.connector.source.Source;
import dev.millstream.graph.job.OperatorID;
import java.io.Serializable;

/**
 * What the coordinator task of a source opens.
 *
 * @param operatorId the source operator's
 * @param name for people
 * @param source makes the split enumerator
 */
public record CoordinatorDescriptor(OperatorID operatorId, String name, Source<?, ?, ?> source)
        implements Serializable {}
