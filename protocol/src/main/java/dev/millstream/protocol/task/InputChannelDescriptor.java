package dev.millstream.protocol.task;

import dev.millstream.platform.link.Address;
import dev.millstream.protocol.id.PartitionID;

/**
 * A channel of an input gate.
 *
 * @param partition what it reads from
 * @param subpartition which share of it
 * @param location the exchange that holds it: the reader's own, or one to be reached by a link. The
 *     partition may not be there yet: the request waits for it
 */
public record InputChannelDescriptor(PartitionID partition, int subpartition, Address location) {}
