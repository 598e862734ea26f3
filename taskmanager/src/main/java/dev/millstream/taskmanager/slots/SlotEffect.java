package dev.millstream.taskmanager.slots;

import dev.millstream.api.common.JobID;
import dev.millstream.protocol.id.AllocationID;
import dev.millstream.protocol.id.ExecutionAttemptID;
import dev.millstream.protocol.id.SlotID;
import java.util.List;

/** What is to be done after a {@link SlotEvent}. */
public sealed interface SlotEffect {
    /** The request is granted: offer the slot to the job. Comes again when the request does. */
    record Grant(SlotID slot, JobID job, AllocationID allocation) implements SlotEffect {}

    /** The request can't be granted. */
    record Refuse(String reason) implements SlotEffect {}

    /** Send {@link SlotEvent.TimeoutDue} after a while. */
    record StartTimeout(AllocationID allocation, long delayMs) implements SlotEffect {}

    /** The timeout is met: {@link SlotEvent.TimeoutDue} needn't be sent any more. */
    record StopTimeout(AllocationID allocation) implements SlotEffect {}

    /** Fail these tasks: their slot is taken away. */
    record FailTasks(List<ExecutionAttemptID> attempts, String reason) implements SlotEffect {
        public FailTasks {
            attempts = List.copyOf(attempts);
        }
    }

    /** The slot is free again: tell the ResourceManager. */
    record AnnounceFree(SlotID slot, JobID job, AllocationID allocation, String reason)
            implements SlotEffect {}
}
