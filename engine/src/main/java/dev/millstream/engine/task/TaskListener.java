package dev.millstream.engine.task;

import dev.millstream.protocol.id.PartitionID;
import dev.millstream.protocol.task.UpdateTaskExecutionState;

/** Told what happens to a task. Called on the task's thread; must not block. */
public interface TaskListener {
    /**
     * The task is in a new state. A terminal one is reported once all is closed. CANCELING is not
     * reported, as who asked for it knows.
     */
    void onStateChange(UpdateTaskExecutionState update);

    /** A partition has data for its consumers: a blocking one is complete. */
    void onPartitionData(PartitionID partition);
}
