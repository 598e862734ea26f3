package dev.millstream.engine.exchange.input;

import dev.millstream.engine.exchange.element.Batch;
import dev.millstream.engine.exchange.element.BatchDecoder;
import dev.millstream.engine.exchange.element.EncodedBatch;
import dev.millstream.engine.exchange.failure.PartitionFailedException;
import dev.millstream.engine.exchange.failure.PartitionFailedException.Reason;
import dev.millstream.engine.exchange.queue.Count;
import dev.millstream.types.CorruptDataException;
import dev.millstream.types.serialization.Serializers;

/** Decodes one channel's batches on the consuming task's thread, and counts their bytes. */
public final class BatchReading {
    private final BatchDecoder decoder;
    private final String source;
    private final Count bytesIn = new Count();

    /**
     * @param source where the batches come from, for errors
     */
    public BatchReading(Serializers serializers, String source) {
        this.decoder = new BatchDecoder(serializers);
        this.source = source;
    }

    /**
     * Decodes the channel's next batch.
     *
     * @throws PartitionFailedException if it is not what a producer wrote
     */
    public Batch decode(EncodedBatch encoded) {
        bytesIn.add(encoded.bytes());
        try {
            return decoder.decode(
                    encoded.array(),
                    EncodedBatch.PREFIX_BYTES,
                    encoded.end() - EncodedBatch.PREFIX_BYTES);
        } catch (CorruptDataException e) {
            throw new PartitionFailedException(
                    Reason.DAMAGED,
                    "A batch from " + source + " can't be read. " + e.getMessage(),
                    e);
        }
    }

    /** Any thread may ask. */
    public long bytesIn() {
        return bytesIn.get();
    }
}
