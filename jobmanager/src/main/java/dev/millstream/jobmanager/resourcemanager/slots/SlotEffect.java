package dev.millstream.jobmanager.resourcemanager.slots;

import dev.millstream.api.common.JobID;
import dev.millstream.protocol.id.ResourceID;
import dev.millstream.protocol.id.SlotID;
import dev.millstream.rpc.fencing.Epoch;

/** What a {@link SlotManager} wants done, in this order. */
public sealed interface SlotEffect {
    /** Tell a TaskManager to offer a slot to a job. */
    record RequestSlot(SlotID slot, SlotOwner owner, String jobMasterAddress)
            implements SlotEffect {}

    /** Tell a TaskManager to take a slot back. */
    record ReleaseSlot(SlotID slot, SlotOwner owner, String reason) implements SlotEffect {}

    /** Tell a TaskManager to clean up what is left of an incarnation of a job's JobMaster. */
    record DropJob(ResourceID taskManager, JobID job, Epoch jobMaster, String reason)
            implements SlotEffect {}

    /** Tell a JobMaster that a TaskManager is gone on which its job has slots. */
    record TellTaskManagerGone(
            JobID job, Epoch jobMaster, ResourceID taskManager, long registration, String reason)
            implements SlotEffect {}

    /** Tell a JobMaster that it can't have all slots at present. */
    record NotifyNotEnough(JobID job, Epoch jobMaster, int available) implements SlotEffect {}

    /** Ask the provider for TaskManagers with this many slots more. */
    record AskProvider(JobID job, Epoch jobMaster, int slots) implements SlotEffect {}

    /** Hand an event back after a delay. */
    record Later(long delayMs, SlotEvent event) implements SlotEffect {}
}
