package dev.millstream.engine.exchange.remote;

import dev.millstream.engine.exchange.channel.Attachment;
import dev.millstream.engine.exchange.channel.PartitionReader;
import dev.millstream.engine.exchange.element.EncodedBatch;
import dev.millstream.engine.exchange.failure.PartitionFailedException;
import dev.millstream.engine.exchange.queue.Handover;
import dev.millstream.engine.exchange.queue.Tally;
import dev.millstream.engine.exchange.spill.SpilledSubpartition;
import dev.millstream.protocol.id.PartitionID;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.atomic.AtomicReference;
import org.jspecify.annotations.Nullable;

/**
 * The producing process's end of a channel to a reader elsewhere: sends what is in its queue as far
 * as there is credit.
 *
 * <p>Batches come from the producing task's thread (or the blocking pool, for a spilled partition),
 * credit and closing from the network's thread and the exchange's lane. Whoever brings something
 * calls {@link #pump}: one thread at a time does the work, found by counting callers, and does it
 * again if others came meanwhile. Nobody waits, nothing is sent under a lock, and the count, being
 * atomic, hands the consumer's part of the queue from thread to thread.
 */
final class OutgoingChannel implements PartitionReader {
    private final ProducerLink link;
    private final RemoteSettings settings;
    private final int id;
    private final PartitionID partition;
    private final AtomicLong credits;
    private final AtomicInteger pumping = new AtomicInteger();
    private final AtomicReference<@Nullable PartitionFailedException> broken =
            new AtomicReference<>();

    /** Set on the lane before anything is put into it; read by whoever pumps. */
    private volatile @Nullable Handover<EncodedBatch> queue;

    private volatile @Nullable SpilledFeed feed;

    OutgoingChannel(
            ProducerLink link,
            RemoteSettings settings,
            int id,
            PartitionID partition,
            int credits) {
        this.link = link;
        this.settings = settings;
        this.id = id;
        this.partition = partition;
        this.credits = new AtomicLong(credits);
    }

    PartitionID partition() {
        return partition;
    }

    /** By the network's thread. */
    void addCredit(int batches) throws FrameException {
        if (batches < 1 || credits.addAndGet(batches) > Integer.MAX_VALUE) {
            throw new FrameException("channel " + id + " was given the credit " + batches);
        }
        pump();
    }

    @Override
    public Attachment attach() {
        Handover<EncodedBatch> created =
                new Handover<>(
                        settings.queue(), settings.tally(), Tally.Kind.BUFFERS, pressing -> pump());
        queue = created;
        settings.marks().sometimes("exchange.channel.remote");
        // Whoever broke the channel meanwhile found no queue to close.
        pump();
        return new Attachment.ByBytes(created);
    }

    @Override
    public void open(SpilledSubpartition spilled) {
        Handover<EncodedBatch> created =
                new Handover<>(
                        settings.queue(), settings.tally(), Tally.Kind.BUFFERS, pressing -> pump());
        feed = new SpilledFeed(spilled.reader(), settings.pool(), created, this);
        queue = created;
        settings.marks().sometimes("exchange.channel.remote");
        pump();
    }

    /** The producer has failed, or the partition can't be had: the reader is told. */
    @Override
    public void fail(PartitionFailedException reason) {
        if (broken.compareAndSet(null, reason)) {
            link.ended(this, id);
            link.send(new Frame.Failure(id, reason.reason(), String.valueOf(reason.getMessage())));
            pump();
        }
    }

    /** The reader is gone: the producer is told. */
    void close(PartitionFailedException reason) {
        if (broken.compareAndSet(null, reason)) {
            pump();
        }
    }

    @Override
    public boolean isClosed() {
        return broken.get() != null;
    }

    /** Sends what can be sent. From any thread; never waits. */
    void pump() {
        if (pumping.getAndIncrement() != 0) {
            return;
        }
        int seen = 1;
        do {
            pumpOnce();
            seen = pumping.addAndGet(-seen);
        } while (seen != 0);
    }

    private void pumpOnce() {
        Handover<EncodedBatch> source = queue;
        if (source == null) {
            return;
        }
        PartitionFailedException reason = broken.get();
        if (reason != null) {
            source.close(reason);
        } else {
            send(source);
        }
        SpilledFeed feeding = feed;
        if (feeding != null) {
            if (reason != null) {
                feeding.close();
            } else if (credits.get() > 0) {
                feeding.readNext();
            }
        }
    }

    private void send(Handover<EncodedBatch> source) {
        while (credits.get() > 0) {
            EncodedBatch batch = source.poll();
            if (batch == null) {
                return;
            }
            credits.decrementAndGet();
            if (batch.isLast()) {
                link.ended(this, id);
            }
            link.send(new Frame.Data(id, batch));
        }
        if (!source.isEmpty()) {
            settings.marks().sometimes("exchange.credit.exhausted");
        }
    }
}
