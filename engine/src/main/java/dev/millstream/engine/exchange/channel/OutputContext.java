package dev.millstream.engine.exchange.channel;

import dev.millstream.engine.exchange.element.BatchBounds;
import dev.millstream.engine.exchange.failure.OutputInterruptedException;
import dev.millstream.engine.exchange.queue.Backpressure;
import dev.millstream.engine.exchange.queue.Count;
import dev.millstream.platform.lane.TaskThread;
import dev.millstream.platform.lane.Waiting;
import dev.millstream.platform.mark.Marks;
import dev.millstream.platform.time.Clock;
import dev.millstream.types.serialization.Serializers;

/**
 * What the channels of one writer share: when to flush, how to wait, what was written. Owned by the
 * producing task's thread, but for the counts.
 */
public final class OutputContext {
    private final OutputSettings settings;
    private final TaskThread producer;
    private final Backpressure backpressure;
    private final Serializers serializers;
    private final Copies copies;
    private final RecordSizes sizes;
    private final Count recordsOut = new Count();
    private final Count bytesOut = new Count();
    private final ChannelOutput[] channels;
    private long flushDeadlineNs = Long.MAX_VALUE;

    public OutputContext(OutputSettings settings, TaskSide task, int channels) {
        this.settings = settings;
        this.producer = task.thread();
        this.backpressure = task.backpressure();
        this.serializers = task.serializers();
        this.copies = new Copies(serializers, settings.hints());
        this.sizes = new RecordSizes(settings.bounds(), serializers);
        this.channels = new ChannelOutput[channels];
    }

    /** By index; channels replace themselves here. */
    public ChannelOutput[] channels() {
        return channels;
    }

    TaskThread producer() {
        return producer;
    }

    Serializers serializers() {
        return serializers;
    }

    Copies copies() {
        return copies;
    }

    RecordSizes sizes() {
        return sizes;
    }

    BatchBounds bounds() {
        return settings.bounds();
    }

    Marks marks() {
        return settings.marks();
    }

    /** Records that were copied. Any thread may ask. */
    public long copiedRecords() {
        return copies.copied();
    }

    public Count recordsOut() {
        return recordsOut;
    }

    public Count bytesOut() {
        return bytesOut;
    }

    /**
     * A channel has put its first record into a batch. Reads the clock only for the first of all
     * channels since the last flush: the deadline is that of the oldest batch, or earlier.
     */
    void batchBegun() {
        if (flushDeadlineNs == Long.MAX_VALUE) {
            flushDeadlineNs = nextDeadlineNs();
        }
    }

    public long flushDeadlineNs() {
        return flushDeadlineNs;
    }

    private long nextDeadlineNs() {
        Clock clock = settings.clock();
        return clock.nanos() + settings.bufferTimeoutNs();
    }

    public void flush() {
        for (ChannelOutput channel : channels) {
            channel.flush();
        }
        flushDeadlineNs = Long.MAX_VALUE;
    }

    public boolean tryFlush() {
        boolean empty = true;
        for (ChannelOutput channel : channels) {
            empty &= channel.tryFlush();
        }
        flushDeadlineNs = empty ? Long.MAX_VALUE : nextDeadlineNs();
        return empty;
    }

    /**
     * Waits to be signalled. Before, all channels hand over what they can: a producer that waits
     * has nothing else to do.
     */
    void await() {
        tryFlush();
        try {
            backpressure.await(Waiting.FOREVER);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new OutputInterruptedException(e);
        }
    }
}
