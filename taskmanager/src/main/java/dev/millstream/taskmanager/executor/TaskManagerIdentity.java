package dev.millstream.taskmanager.executor;

import dev.millstream.platform.link.Address;
import dev.millstream.protocol.id.ResourceID;

/**
 * Who a TaskManager is.
 *
 * @param id new with each start
 * @param host its host's name, for locality
 * @param exchange where its result partitions can be read
 */
public record TaskManagerIdentity(ResourceID id, String host, Address exchange) {}
