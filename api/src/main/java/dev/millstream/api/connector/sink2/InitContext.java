package dev.millstream.api.connector.sink2;

import dev.millstream.api.common.JobInfo;
import dev.millstream.api.common.TaskInfo;
import java.util.OptionalLong;

/** Where a part of a sink runs. */
public interface InitContext {
    /** The id of a job's first checkpoint. */
    long INITIAL_CHECKPOINT_ID = 1;

    /** The checkpoint from which the task was restored; empty when it starts from nothing. */
    OptionalLong getRestoredCheckpointId();

    /** The job. */
    JobInfo getJobInfo();

    /** The subtask. */
    TaskInfo getTaskInfo();
}
