package dev.millstream.jobmanager.resourcemanager.slots;

import dev.millstream.api.common.JobID;
import dev.millstream.protocol.id.AllocationID;
import dev.millstream.rpc.fencing.Epoch;

/**
 * Who has a slot.
 *
 * @param job the job
 * @param jobMaster which incarnation of its JobMaster
 * @param allocation under which it was granted
 */
public record SlotOwner(JobID job, Epoch jobMaster, AllocationID allocation) {}
