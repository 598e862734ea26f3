package dev.millstream.protocol.jobmaster;

import dev.millstream.protocol.id.PartitionID;

/**
 * A partition has data that consumers can read: for a blocking result, it is complete.
 *
 * @param partition which
 */
public record ScheduleOrUpdateConsumers(PartitionID partition) {}
