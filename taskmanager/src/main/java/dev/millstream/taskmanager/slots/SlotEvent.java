package dev.millstream.taskmanager.slots;

import dev.millstream.api.common.JobID;
import dev.millstream.protocol.id.AllocationID;
import dev.millstream.protocol.id.ExecutionAttemptID;
import dev.millstream.rpc.fencing.Epoch;

/** What happens to slots. */
public sealed interface SlotEvent {
    /** The ResourceManager grants a slot to a job, whose JobMaster has this epoch. */
    record Requested(int index, JobID job, AllocationID allocation, Epoch jobMaster)
            implements SlotEvent {}

    /** The job's JobMaster has accepted the offer of the slot. */
    record Accepted(AllocationID allocation) implements SlotEvent {}

    /** The job no longer has the slot, or may not have it. */
    record Released(AllocationID allocation, String reason) implements SlotEvent {}

    /**
     * A task runs in the slot; only sent when {@link SlotTable#refusal} finds nothing against it.
     */
    record TaskStarted(AllocationID allocation, ExecutionAttemptID attempt) implements SlotEvent {}

    /** A task that ran in the slot has ended, or was given up. */
    record TaskEnded(AllocationID allocation, ExecutionAttemptID attempt) implements SlotEvent {}

    /** The delay of a {@link SlotEffect.StartTimeout} has passed. */
    record TimeoutDue(AllocationID allocation) implements SlotEvent {}
}
