package dev.millstream.taskmanager.task;

import dev.millstream.protocol.id.PartitionID;
import dev.millstream.protocol.task.UpdateTaskExecutionState;

/** What a TaskManager tells a JobMaster about one attempt. */
public sealed interface Report {
    /** The attempt is in a new state. */
    record StateChanged(UpdateTaskExecutionState update) implements Report {}

    /** A partition of it has data for its consumers. */
    record PartitionReady(PartitionID partition) implements Report {}
}
