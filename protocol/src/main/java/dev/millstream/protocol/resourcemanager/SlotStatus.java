package dev.millstream.protocol.resourcemanager;

import dev.millstream.api.common.JobID;
import dev.millstream.protocol.id.AllocationID;
import dev.millstream.protocol.id.SlotID;
import dev.millstream.rpc.fencing.Epoch;
import java.util.Optional;

/**
 * A slot as its TaskManager sees it.
 *
 * @param slot which
 * @param owner to whom it is granted; empty when it is free
 */
public record SlotStatus(SlotID slot, Optional<Owner> owner) {
    /**
     * Who has a slot.
     *
     * @param job the job
     * @param allocation under which it has the slot
     * @param jobMaster epoch of the JobMaster to which it was granted
     */
    public record Owner(JobID job, AllocationID allocation, Epoch jobMaster) {}
}
