package dev.millstream.engine.exchange.channel;

import dev.millstream.engine.exchange.element.BatchBounds;
import dev.millstream.types.Output;
import dev.millstream.types.Serializer;
import dev.millstream.types.serialization.Serializers;

/**
 * Estimates how large records are from samples, so that queues of records can be bounded in bytes.
 * Owned by the producing task's thread.
 */
final class RecordSizes {
    /** Batches between two samples, once the estimate has settled. */
    private static final int LONGEST_INTERVAL = 64;

    private final BatchBounds bounds;
    private final Serializer<Object> serializer;
    private final Output scratch = new Output();
    private long averageBytes;
    private int interval = 1;
    private int untilSample;

    RecordSizes(BatchBounds bounds, Serializers serializers) {
        this.bounds = bounds;
        this.serializer = serializers.dynamic();
    }

    /**
     * Begins a batch.
     *
     * @param first its first record, which may be taken as a sample
     * @return how many records it should have at most
     */
    int batchLimit(Object first) {
        if (untilSample == 0) {
            sample(first);
        }
        untilSample--;
        return Math.clamp(bounds.bytes() / averageBytes, 1, bounds.records());
    }

    private void sample(Object record) {
        scratch.reset();
        serializer.write(record, scratch);
        long bytes = Math.max(1, scratch.position());
        averageBytes = averageBytes == 0 ? bytes : (3 * averageBytes + bytes + 3) / 4;
        untilSample = interval;
        interval = Math.min(2 * interval, LONGEST_INTERVAL);
    }

    /** What so many records take, by the estimate. */
    long bytes(int records) {
        return averageBytes * records;
    }
}
