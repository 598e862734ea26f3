package dev.millstream.protocol.resourcemanager;

import dev.millstream.platform.link.Address;
import dev.millstream.protocol.id.ResourceID;

/**
 * A TaskManager introduces itself, to the ResourceManager or to a JobMaster.
 *
 * @param id its identity
 * @param rpcAddress of its TaskExecutor
 * @param exchange where its result partitions can be read
 * @param host its host's name, for locality
 * @param slots how many it has
 * @param managedMemoryBytes of all slots together
 */
public record RegisterTaskManager(
        ResourceID id,
        String rpcAddress,
        Address exchange,
        String host,
        int slots,
        long managedMemoryBytes) {}
