package dev.millstream.protocol.resourcemanager;

import dev.millstream.protocol.id.ResourceID;

/**
 * A registered TaskManager.
 *
 * @param id its identity
 * @param rpcAddress of its TaskExecutor
 * @param host its host's name
 * @param slots how many it has
 * @param freeSlots of them, not granted to any job
 * @param managedMemoryBytes of all slots together
 */
public record TaskManagerInfo(
        ResourceID id,
        String rpcAddress,
        String host,
        int slots,
        int freeSlots,
        long managedMemoryBytes) {}
