package dev.millstream.protocol.task;

import dev.millstream.graph.job.ResultKind;
import dev.millstream.protocol.id.PartitionID;

/**
 * A result that a task produces.
 *
 * @param partition its identity
 * @param kind how it is handed over
 * @param subpartitions number of consumer subtasks it is divided among
 * @param firstConsumer the consumer subtask that reads subpartition 0; the others follow
 */
public record ResultPartitionDescriptor(
        PartitionID partition, ResultKind kind, int subpartitions, int firstConsumer) {}
