package dev.millstream.protocol.taskexecutor;

import dev.millstream.api.common.JobID;
import dev.millstream.protocol.id.AllocationID;
import dev.millstream.protocol.id.SlotID;
import dev.millstream.rpc.fencing.Epoch;

/**
 * The ResourceManager tells a TaskManager to offer a slot to a job.
 *
 * @param slot which
 * @param job to whom it is granted
 * @param allocation under this id
 * @param jobMasterAddress where to offer it
 * @param jobMaster the JobMaster's epoch
 * @param resourceManager the ResourceManager's epoch; an outdated one is refused
 * @param registration of the TaskManager, under which the ResourceManager knows it; an outdated one
 *     is refused
 */
public record SlotRequest(
        SlotID slot,
        JobID job,
        AllocationID allocation,
        String jobMasterAddress,
        Epoch jobMaster,
        Epoch resourceManager,
        long registration) {}
