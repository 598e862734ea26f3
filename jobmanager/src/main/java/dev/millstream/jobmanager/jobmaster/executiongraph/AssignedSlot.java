package dev.millstream.jobmanager.jobmaster.executiongraph;

import dev.millstream.protocol.id.AllocationID;
import dev.millstream.protocol.id.SlotID;

/**
 * The slot that an attempt runs in.
 *
 * @param slot which
 * @param allocation under which the job has it
 * @param location of its TaskManager
 */
public record AssignedSlot(SlotID slot, AllocationID allocation, TaskManagerLocation location) {}
