package dev.millstream.protocol.jobmaster;

import dev.millstream.protocol.id.AllocationID;
import dev.millstream.protocol.id.SlotID;

/**
 * A slot that a TaskManager offers to the JobMaster to which the ResourceManager granted it.
 *
 * @param allocation under which it was granted
 * @param slot which
 * @param managedMemoryBytes its equal share of its TaskManager's managed memory
 */
public record SlotOffer(AllocationID allocation, SlotID slot, long managedMemoryBytes) {}
