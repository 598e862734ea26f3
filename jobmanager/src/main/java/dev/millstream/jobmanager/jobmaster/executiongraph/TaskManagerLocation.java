package dev.millstream.jobmanager.jobmaster.executiongraph;

import dev.millstream.platform.link.Address;
import dev.millstream.protocol.id.ResourceID;

/**
 * Where tasks of a TaskManager are found.
 *
 * @param id the TaskManager
 * @param exchange where its result partitions can be read
 * @param host its host's name, for locality
 */
public record TaskManagerLocation(ResourceID id, Address exchange, String host) {}
