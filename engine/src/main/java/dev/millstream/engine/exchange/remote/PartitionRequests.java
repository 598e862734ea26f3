package dev.millstream.engine.exchange.remote;

import dev.millstream.engine.exchange.channel.PartitionReader;
import dev.millstream.protocol.id.PartitionID;

/** The partitions of an exchange, as its readers ask for them. On the exchange's lane. */
public interface PartitionRequests {
    /** Serves the reader now, or when the partition appears, or fails it after a time. */
    void request(PartitionID partition, int subpartition, PartitionReader reader);

    /** The reader no longer waits. */
    void forget(PartitionID partition, PartitionReader reader);
}
