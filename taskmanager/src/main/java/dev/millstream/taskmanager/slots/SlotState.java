package dev.millstream.taskmanager.slots;

import dev.millstream.api.common.JobID;
import dev.millstream.protocol.id.AllocationID;
import dev.millstream.rpc.fencing.Epoch;

/** The state of one slot. */
sealed interface SlotState {
    /** Nobody's. */
    record Free() implements SlotState {}

    /** A slot that is somebody's. */
    sealed interface Owned extends SlotState {
        JobID job();

        AllocationID allocation();

        Epoch jobMaster();
    }

    /** Granted to a job which has neither accepted nor used it yet; freed at the deadline. */
    record Allocated(JobID job, AllocationID allocation, Epoch jobMaster, long deadlineMs)
            implements Owned {}

    /** In use by a job. */
    record Active(JobID job, AllocationID allocation, Epoch jobMaster) implements Owned {}

    /** Taken away; free as soon as its tasks have ended. */
    record Releasing(JobID job, AllocationID allocation, Epoch jobMaster, String reason)
            implements Owned {}
}
