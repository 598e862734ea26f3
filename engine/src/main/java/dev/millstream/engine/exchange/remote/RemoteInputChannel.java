package dev.millstream.engine.exchange.remote;

import dev.millstream.engine.exchange.element.Batch;
import dev.millstream.engine.exchange.element.EncodedBatch;
import dev.millstream.engine.exchange.failure.PartitionFailedException;
import dev.millstream.engine.exchange.input.BatchReading;
import dev.millstream.engine.exchange.input.InputChannel;
import dev.millstream.engine.exchange.queue.Handover;
import dev.millstream.engine.exchange.queue.Inbox;
import dev.millstream.engine.exchange.queue.QueueBounds;
import dev.millstream.engine.exchange.queue.Tally;
import dev.millstream.protocol.task.InputChannelDescriptor;
import dev.millstream.types.serialization.Serializers;
import org.jspecify.annotations.Nullable;

/**
 * A channel from a producer in another process. The network's thread puts batches into its queue,
 * which has a place for each credit; the consuming task's thread decodes them and gives the credit
 * back, half of it at a time.
 */
public final class RemoteInputChannel extends InputChannel {
    private final InputChannelDescriptor descriptor;
    private final int credits;
    private final ReaderLinks links;
    private final BatchReading reading;
    private final Handover<EncodedBatch> queue;

    /** Set on the exchange's lane before anything can arrive. */
    private volatile @Nullable ReaderLink link;

    /** Set on the exchange's lane before anything can arrive, and before {@link #link}. */
    private volatile int id = -1;

    /** Batches taken for which no credit was returned yet. By the consumer. */
    private int owed;

    /** By the consumer. */
    private boolean over;

    RemoteInputChannel(
            Inbox<InputChannel> inbox,
            int index,
            InputChannelDescriptor descriptor,
            RemoteSettings settings,
            ReaderLinks links,
            Serializers serializers) {
        super(inbox, index);
        this.descriptor = descriptor;
        this.credits = settings.credits();
        this.links = links;
        this.reading =
                new BatchReading(
                        serializers, descriptor.partition() + " at " + descriptor.location());
        this.queue =
                new Handover<>(
                        new QueueBounds(credits, Long.MAX_VALUE),
                        settings.tally(),
                        Tally.Kind.BUFFERS,
                        pressing -> ready());
    }

    InputChannelDescriptor descriptor() {
        return descriptor;
    }

    int credits() {
        return credits;
    }

    /** It has a place on a link. On the lane. */
    void opened(ReaderLink onLink, int withId) {
        id = withId;
        link = onLink;
    }

    /** Gives its place up before its end. On the lane. */
    void abandon() {
        ReaderLink opened = link;
        if (opened != null) {
            opened.abandon(id);
        }
    }

    /**
     * A batch has arrived. By the network's thread.
     *
     * @return false if there is no place for it: the producer had no credit
     */
    boolean received(EncodedBatch batch) {
        return queue.offer(batch);
    }

    @Override
    protected boolean hasBatch() {
        return !queue.isEmpty();
    }

    @Override
    protected @Nullable Batch take() {
        EncodedBatch encoded = queue.poll();
        if (encoded == null) {
            return null;
        }
        Batch batch = reading.decode(encoded);
        owed++;
        ReaderLink from = link;
        if (2 * owed >= credits && !batch.isLast() && from != null) {
            from.giveCredit(id, owed);
            owed = 0;
        }
        return batch;
    }

    @Override
    protected long bytesIn() {
        return reading.bytesIn();
    }

    @Override
    protected void finish() {
        over = true;
        ReaderLink from = link;
        if (from != null) {
            from.forget(id);
        }
    }

    @Override
    protected void close(PartitionFailedException reason) {
        if (!over) {
            over = true;
            queue.close(reason);
            links.abandon(this);
        }
    }
}
