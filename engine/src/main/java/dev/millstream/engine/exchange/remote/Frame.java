package dev.millstream.engine.exchange.remote;

import dev.millstream.engine.exchange.element.EncodedBatch;
import dev.millstream.engine.exchange.failure.PartitionFailedException.Reason;
import dev.millstream.protocol.id.PartitionID;

/**
 * What goes over a link between two exchanges. The reading side opens the link. Each side first
 * says {@link Hello}; then the reader sends {@link Request}, {@link Credit} and {@link Close}, and
 * the producing side {@link Data} and {@link Failure}. A side that gets anything else says {@link
 * Goodbye} and closes.
 */
sealed interface Frame {
    /** The version of this protocol that the sender speaks. */
    record Hello(int version) implements Frame {}

    /**
     * Asks for a subpartition.
     *
     * @param channel chosen by the reader, higher with each request on a link
     * @param credit how many batches may be sent
     */
    record Request(int channel, PartitionID partition, int subpartition, int credit)
            implements Frame {}

    /** So many batches more may be sent. */
    record Credit(int channel, int batches) implements Frame {}

    /** The reader wants no more. */
    record Close(int channel) implements Frame {}

    /** A batch, which took one credit. The last of a channel says so itself. */
    record Data(int channel, EncodedBatch batch) implements Frame {}

    /** No more will come on the channel, though its end was not reached. */
    record Failure(int channel, Reason reason, String message) implements Frame {}

    /** Why the sender closes the link. */
    record Goodbye(String reason) implements Frame {}
}
