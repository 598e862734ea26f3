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
 * @param registration number of this introduction among all that this TaskManager makes, to
 *     whomever: a higher one replaces what was known from a lower one, and news of the end of a
 *     lower one mean nothing then
 */
public record RegisterTaskManager(
        ResourceID id,
        String rpcAddress,
        Address exchange,
        String host,
        int slots,
        long managedMemoryBytes,
        long registration) {
    /** The same TaskManager introduces itself once more. */
    public RegisterTaskManager withRegistration(long number) {
        return new RegisterTaskManager(
                id, rpcAddress, exchange, host, slots, managedMemoryBytes, number);
    }

    /** Whether another introduction is that of the same TaskManager. */
    public boolean isSame(RegisterTaskManager other) {
        return equals(other.withRegistration(registration));
    }
}
