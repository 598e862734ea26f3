package dev.millstream.engine.exchange.input;

import dev.millstream.engine.exchange.channel.Attachment;
import dev.millstream.engine.exchange.channel.PartitionReader;
import dev.millstream.engine.exchange.element.Batch;
import dev.millstream.engine.exchange.failure.PartitionFailedException;
import dev.millstream.engine.exchange.failure.PartitionFailedException.Reason;
import dev.millstream.engine.exchange.queue.Handover;
import dev.millstream.engine.exchange.queue.Inbox;
import dev.millstream.engine.exchange.queue.QueueBounds;
import dev.millstream.engine.exchange.queue.Tally;
import dev.millstream.engine.exchange.spill.SpilledReader;
import dev.millstream.engine.exchange.spill.SpilledSubpartition;
import dev.millstream.types.serialization.Serializers;
import java.io.IOException;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * A channel from a blocking partition of the same exchange: the consuming task's thread reads the
 * file, batch by batch.
 */
public final class SpilledInputChannel extends InputChannel implements PartitionReader {
    private static final Logger LOG = LoggerFactory.getLogger(SpilledInputChannel.class);

    private final BatchReading reading;

    /** Set on the exchange's lane when the partition is there; read by the consumer. */
    private volatile @Nullable SpilledReader reader;

    /** Written by the consumer; read on the exchange's lane, where a stale value does no harm. */
    private volatile boolean closed;

    /**
     * @param source what is read, for errors
     */
    public SpilledInputChannel(
            Inbox<InputChannel> inbox, int index, Serializers serializers, String source) {
        super(inbox, index);
        this.reading = new BatchReading(serializers, source);
    }

    @Override
    public Attachment attach() {
        PartitionFailedException reason =
                new PartitionFailedException(
                        Reason.NOT_FOUND,
                        "A pipelined partition was found where a blocking one was expected");
        fail(reason);
        Handover<Batch> refusing =
                new Handover<>(
                        new QueueBounds(1, 0), new Tally(), Tally.Kind.BATCHES, pressing -> {});
        refusing.close(reason);
        return new Attachment.ByReference(refusing);
    }

    @Override
    public void open(SpilledSubpartition spilled) {
        reader = spilled.reader();
        ready();
    }

    @Override
    public boolean isClosed() {
        return closed;
    }

    @Override
    protected boolean hasBatch() {
        SpilledReader current = reader;
        return current != null && current.hasMore();
    }

    @Override
    protected @Nullable Batch take() {
        SpilledReader current = reader;
        return current == null || !current.hasMore() ? null : reading.decode(current.read());
    }

    @Override
    protected long bytesIn() {
        return reading.bytesIn();
    }

    @Override
    protected void finish() {
        close();
    }

    @Override
    protected void close(PartitionFailedException reason) {
        close();
    }

    private void close() {
        closed = true;
        SpilledReader current = reader;
        if (current != null) {
            try {
                current.close();
            } catch (IOException e) {
                LOG.warn("A spilled partition could not be closed after reading", e);
            }
        }
    }
}
