package dev.millstream.engine.exchange.channel;

import dev.millstream.engine.exchange.element.Batch;
import dev.millstream.engine.exchange.element.StreamEvent;
import dev.millstream.engine.exchange.queue.Handover;
import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/** A channel within the exchange: hands over the records themselves. */
final class ReferenceOutput extends ChannelOutput {
    private static final Object[] NONE = {};
    private static final int[] NO_HASHES = {};
    private static final int SMALLEST_ARRAY = 16;

    private final OutputContext context;
    private final Copies copies;
    private final Handover<Batch> queue;

    private Object[] values = NONE;
    private long @Nullable [] timestamps;

    /** As long as the values if the records come with hashes, else empty. */
    private int[] keyHashes = NO_HASHES;

    private int size;
    private int limit;
    private @Nullable StreamEvent event;

    /** Size of the last batch: a guess at the next one's. */
    private int lastSize;

    ReferenceOutput(OutputContext context, Handover<Batch> queue) {
        this.context = context;
        this.copies = context.copies();
        this.queue = queue;
        queue.connect(context.producer());
    }

    @Override
    public void append(Object value, long timestamp) {
        Object safe = copies.safe(value);
        if (size == values.length) {
            makeRoom(safe);
        }
        values[size] = safe;
        if (timestamp != Batch.NO_TIMESTAMP || timestamps != null) {
            putTimestamp(timestamp);
        }
        size++;
        if (size == limit) {
            handOver(false);
        }
    }

    @Override
    public void appendHashed(Object value, long timestamp, int keyHash) {
        Object safe = copies.safe(value);
        int index = size;
        if (index >= keyHashes.length) {
            if (index == values.length) {
                makeRoom(safe);
            }
            keyHashes = Arrays.copyOf(keyHashes, values.length);
        }
        values[index] = safe;
        keyHashes[index] = keyHash;
        if (timestamp != Batch.NO_TIMESTAMP || timestamps != null) {
            putTimestamp(timestamp);
        }
        size = index + 1;
        if (index + 1 == limit) {
            handOver(false);
        }
    }

    private void makeRoom(Object value) {
        if (size == 0) {
            context.batchBegun();
            limit = context.sizes().batchLimit(value);
            values = new Object[Math.min(limit, Math.max(SMALLEST_ARRAY, lastSize))];
            return;
        }
        values = Arrays.copyOf(values, Math.min(limit, 2 * size));
        if (timestamps != null) {
            timestamps = Arrays.copyOf(timestamps, values.length);
        }
    }

    private void putTimestamp(long timestamp) {
        long[] target = timestamps;
        if (target == null) {
            target = new long[values.length];
            Arrays.fill(target, 0, size, Batch.NO_TIMESTAMP);
            timestamps = target;
        }
        target[size] = timestamp;
    }

    @Override
    public void event(StreamEvent newEvent) {
        // With an event the batch is sealed: it goes before anything else is added.
        event = newEvent;
        flush();
    }

    @Override
    public void flush() {
        handOver(true);
    }

    @Override
    public boolean tryFlush() {
        return tryHandOver(true);
    }

    /**
     * Waits for room.
     *
     * @param pressing whether the consumer must not sleep over it
     */
    private void handOver(boolean pressing) {
        while (!tryHandOver(pressing)) {
            queue.announceWait();
            if (tryHandOver(pressing)) {
                return;
            }
            context.marks().sometimes("exchange.queue.full");
            context.await();
        }
    }

    private boolean tryHandOver(boolean pressing) {
        if (size == 0 && event == null) {
            if (pressing) {
                queue.press();
            }
            return true;
        }
        long bytes = size == 0 ? 0 : context.sizes().bytes(size);
        if (!queue.hasRoom(bytes)) {
            // What takes the room may be something that the consumer was not woken for.
            queue.press();
            return false;
        }
        int @Nullable [] hashes = keyHashes.length == 0 ? null : keyHashes;
        Batch batch = new Batch(values, timestamps, hashes, size, event, bytes);
        context.recordsOut().add(size);
        lastSize = size;
        values = NONE;
        timestamps = null;
        keyHashes = NO_HASHES;
        size = 0;
        event = null;
        if (pressing) {
            queue.put(batch);
        } else {
            queue.putAtLeisure(batch);
        }
        return true;
    }
}
