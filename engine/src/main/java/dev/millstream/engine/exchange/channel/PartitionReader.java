package dev.millstream.engine.exchange.channel;

import dev.millstream.engine.exchange.failure.PartitionFailedException;
import dev.millstream.engine.exchange.spill.SpilledSubpartition;

/** Who has asked for a subpartition. Called on the exchange's lane, or on the producer's thread. */
public interface PartitionReader {
    /** The subpartition is pipelined. Returns what its producer writes to. */
    Attachment attach();

    /** The subpartition is complete and can be read from a file. */
    void open(SpilledSubpartition spilled);

    /** The subpartition can't be read, or not any further. */
    void fail(PartitionFailedException reason);

    /** Whether nobody is interested any more. */
    boolean isClosed();
}
