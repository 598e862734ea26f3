package dev.millstream.engine.exchange.channel;

import dev.millstream.engine.exchange.element.Batch;
import dev.millstream.engine.exchange.element.EncodedBatch;
import dev.millstream.engine.exchange.failure.PartitionFailedException;
import dev.millstream.engine.exchange.queue.Handover;

/** The reader of a pipelined subpartition, as its producer's thread sees it. */
public sealed interface Attachment {
    /** What the producer puts its batches into. */
    Handover<?> queue();

    /** Makes the producer fail at its next batch. From any thread. */
    default void refuse(PartitionFailedException reason) {
        queue().refuse(reason);
    }

    /** In the same exchange: gets the records themselves. */
    record ByReference(Handover<Batch> queue) implements Attachment {}

    /** In another process: gets the records as bytes. */
    record ByBytes(Handover<EncodedBatch> queue) implements Attachment {}
}
