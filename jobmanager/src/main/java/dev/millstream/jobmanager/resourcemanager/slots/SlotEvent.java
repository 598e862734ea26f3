package dev.millstream.jobmanager.resourcemanager.slots;

import dev.millstream.api.common.JobID;
import dev.millstream.protocol.id.AllocationID;
import dev.millstream.protocol.id.ResourceID;
import dev.millstream.protocol.id.SlotID;
import dev.millstream.protocol.resourcemanager.RegisterTaskManager;
import dev.millstream.protocol.resourcemanager.RequiredSlots;
import dev.millstream.protocol.resourcemanager.SlotStatus;
import dev.millstream.rpc.fencing.Epoch;
import java.util.List;

/** What happens to a {@link SlotManager}. */
public sealed interface SlotEvent {
    /** A TaskManager joins, or joins again; {@link SlotManager#welcome} has not refused it. */
    record TaskManagerRegistered(RegisterTaskManager taskManager, List<SlotStatus> slots)
            implements SlotEvent {
        public TaskManagerRegistered {
            slots = List.copyOf(slots);
        }
    }

    /** A TaskManager is gone, unless it has registered again meanwhile. */
    record TaskManagerGone(ResourceID taskManager, long registration, String reason)
            implements SlotEvent {}

    /** A TaskManager says that a slot is free. */
    record SlotFreed(SlotID slot, AllocationID allocation) implements SlotEvent {}

    /** How a TaskManager answered the request to offer a slot. */
    record SlotRequestAnswered(SlotID slot, AllocationID allocation, Answer answer)
            implements SlotEvent {}

    /** A TaskManager has taken a slot back, or hadn't given it to the allocation. */
    record ReleaseAcknowledged(SlotID slot, AllocationID allocation) implements SlotEvent {}

    /** An orphan has had its time. */
    record OrphanDue(SlotID slot, AllocationID allocation) implements SlotEvent {}

    /** A slot that was refused, or taken back, may be tried again. */
    record RestOver(SlotID slot, int rest) implements SlotEvent {}

    /** A JobMaster joins; {@link SlotManager#isOutdated} is false. */
    record JobMasterRegistered(JobID job, Epoch jobMaster, String address) implements SlotEvent {}

    /** A JobMaster has ended. */
    record JobMasterGone(JobID job, Epoch jobMaster, String reason) implements SlotEvent {}

    /** A JobMaster says how many slots its job needs. */
    record SlotsDeclared(RequiredSlots required, Epoch jobMaster) implements SlotEvent {}

    /** It is time to see whether a job has got what it declared. */
    record RequirementCheck(JobID job, Epoch jobMaster) implements SlotEvent {}

    /** The provider can't start any TaskManager for a job. */
    record ProviderRefused(JobID job, Epoch jobMaster) implements SlotEvent {}

    /** What a TaskManager said to a slot request. */
    enum Answer {
        ACCEPTED,
        REFUSED,
        /** No answer came: it may have accepted. */
        UNKNOWN
    }
}
