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
import dev.millstream.engine.exchange.spill.SpilledSubpartition;
import org.jspecify.annotations.Nullable;

/** A channel from a producer in the same exchange: gets the records themselves. */
public final class ReferenceInputChannel extends InputChannel {
    private final Handover<Batch> queue;

    /** Written by the consumer; read on the exchange's lane, where a stale value does no harm. */
    private volatile boolean closed;

    public ReferenceInputChannel(
            Inbox<InputChannel> inbox, int index, QueueBounds bounds, Tally tally) {
        super(inbox, index);
        this.queue = new Handover<>(bounds, tally, Tally.Kind.BATCHES, this::arrived);
    }

    private void arrived(boolean pressing) {
        if (pressing) {
            ready();
        } else {
            list();
        }
    }

    /** What the exchange gives to the producer. */
    public PartitionReader reader() {
        return new Reader();
    }

    @Override
    protected boolean hasBatch() {
        return !queue.isEmpty();
    }

    @Override
    protected @Nullable Batch take() {
        return queue.poll();
    }

    @Override
    protected long bytesIn() {
        return 0;
    }

    @Override
    protected void finish() {
        closed = true;
    }

    @Override
    protected void close(PartitionFailedException reason) {
        if (!closed) {
            closed = true;
            queue.close(reason);
        }
    }

    private final class Reader implements PartitionReader {
        @Override
        public Attachment attach() {
            return new Attachment.ByReference(queue);
        }

        @Override
        public void open(SpilledSubpartition spilled) {
            fail(
                    new PartitionFailedException(
                            Reason.NOT_FOUND,
                            "A blocking partition was found where a pipelined one was expected"));
        }

        @Override
        public void fail(PartitionFailedException reason) {
            ReferenceInputChannel.this.fail(reason);
        }

        @Override
        public boolean isClosed() {
            return closed;
        }
    }
}
