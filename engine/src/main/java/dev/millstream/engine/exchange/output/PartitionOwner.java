package dev.millstream.engine.exchange.output;

import dev.millstream.engine.exchange.spill.SpilledPartition;

/** The exchange, as its partitions see it. Thread-safe. */
public interface PartitionOwner {
    /** The partition can be forgotten. */
    void forget(ResultPartition partition);

    /** The blocking partition is complete: readers may come. */
    void publish(ResultPartition partition);

    /** Delete the file, where that may block. On the exchange's lane. */
    void delete(SpilledPartition spilled);
}
