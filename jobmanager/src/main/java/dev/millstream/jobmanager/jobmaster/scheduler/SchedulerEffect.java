package dev.millstream.jobmanager.jobmaster.scheduler;

import dev.millstream.api.common.JobStatus;
import dev.millstream.protocol.id.AllocationID;
import dev.millstream.protocol.id.ExecutionAttemptID;
import dev.millstream.protocol.id.PartitionID;
import dev.millstream.protocol.id.ResourceID;
import dev.millstream.protocol.job.JobResult;
import dev.millstream.protocol.task.ExecutionState;
import dev.millstream.protocol.task.FailureInfo;
import dev.millstream.protocol.task.TaskDeploymentDescriptor;
import java.util.List;
import java.util.Optional;

/** What a {@link JobScheduler} wants done, in this order. */
public sealed interface SchedulerEffect {
    /** Tell the ResourceManager how many slots the job needs. */
    record DeclareSlots(int count) implements SchedulerEffect {}

    /** Send a task to a TaskManager; a refusal comes back as an event. */
    record Deploy(ResourceID taskManager, TaskDeploymentDescriptor task)
            implements SchedulerEffect {}

    /** Tell a TaskManager to stop an attempt. */
    record Cancel(ResourceID taskManager, ExecutionAttemptID attempt) implements SchedulerEffect {}

    /** Give a slot back. */
    record FreeSlot(ResourceID taskManager, AllocationID allocation) implements SchedulerEffect {}

    /** Have partitions deleted that nobody will read again. */
    record ReleasePartitions(ResourceID taskManager, List<PartitionID> partitions)
            implements SchedulerEffect {
        public ReleasePartitions {
            partitions = List.copyOf(partitions);
        }
    }

    /** Hand an event back after a delay. */
    record Later(long delayMs, SchedulerEvent event) implements SchedulerEffect {}

    /** The job has a new status. */
    record JobStatusChanged(JobStatus status, Optional<FailureInfo> failure)
            implements SchedulerEffect {}

    /** An attempt has a new state. */
    record TaskStateChanged(
            ExecutionAttemptID attempt,
            String name,
            ExecutionState state,
            Optional<FailureInfo> failure)
            implements SchedulerEffect {}

    /** The job has ended; the last effect of all. */
    record JobEnded(JobResult result) implements SchedulerEffect {}
}
