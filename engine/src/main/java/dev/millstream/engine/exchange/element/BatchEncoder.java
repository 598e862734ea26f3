package dev.millstream.engine.exchange.element;

import dev.millstream.engine.exchange.failure.PartitionFailedException;
import dev.millstream.engine.exchange.failure.PartitionFailedException.Reason;
import dev.millstream.types.Output;
import dev.millstream.types.record.RecordEncoder;
import dev.millstream.types.serialization.Serializers;
import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/**
 * Gathers records of one channel into serialised batches, version 3 of their format. Numbers are
 * little-endian.
 *
 * <pre>
 * batch      = prefix(5, free) records(4) flags(1) run* timestamps? hashes? event?
 * flags      = 1: there are timestamps; 2: there is an event; 4: there are hashes
 * run        = count(1, unsigned) record more*, count in all, of one class
 * record     = what {@link RecordEncoder#encode} writes, with its class
 * more       = what {@link RecordEncoder#encodeMore} writes, without
 * timestamps = for each record the difference to the one before, zigzag varlong
 * hashes     = for each record the hash(4) of its key
 * event      = kind(1) fields
 * </pre>
 *
 * <p>What a batch means depends on those before it, as classes are introduced once: a peer must see
 * all of them, in order. Owned by the producing task's thread.
 */
public final class BatchEncoder {
    static final int COUNT_AT = EncodedBatch.PREFIX_BYTES;
    static final int FLAGS_AT = COUNT_AT + 4;
    static final int RECORDS_AT = FLAGS_AT + 1;
    static final int HAS_TIMESTAMPS = 1;
    static final int HAS_EVENT = 2;
    static final int HAS_HASHES = 4;

    /** What fits into a run's count. */
    static final int LONGEST_RUN = 255;

    private static final int SMALLEST_ARRAY = 128;

    private final RecordEncoder encoder;
    private final BatchBounds bounds;
    private Output out;
    private int records;

    /** Of the run that is being gathered; 0 at the batch's beginning. */
    private int runLength;

    /** Where that run's count is. */
    private int runAt;

    private long[] timestamps = {};
    private boolean anyTimestamp;
    private int[] keyHashes = {};
    private boolean hashed;
    private @Nullable StreamEvent event;

    public BatchEncoder(Serializers serializers, BatchBounds bounds) {
        this.encoder = new RecordEncoder(serializers);
        this.bounds = bounds;
        this.out = begin(SMALLEST_ARRAY, encoder);
    }

    private static Output begin(int capacity, RecordEncoder encoder) {
        Output out = new Output(capacity);
        out.claim(RECORDS_AT);
        encoder.attach(out);
        return out;
    }

    /**
     * Appends a record.
     *
     * @return whether the batch is full
     * @throws PartitionFailedException if the record is larger than a frame may be
     */
    public boolean add(Object value, long timestamp) {
        int before = out.position();
        if (runLength > 0 && runLength < LONGEST_RUN && encoder.encodeMore(value, out)) {
            runLength++;
        } else {
            beginRun(value);
        }
        if (timestamp != Batch.NO_TIMESTAMP || anyTimestamp) {
            putTimestamp(timestamp);
        }
        records++;
        if (bytes() >= bounds.bytes()) {
            checkSize(value, out.position() - before);
            return true;
        }
        return records >= bounds.records();
    }

    private void beginRun(Object value) {
        endRun();
        int at = out.position();
        out.writeByte(0);
        boolean done = false;
        try {
            encoder.encode(value, out);
            done = true;
        } finally {
            if (!done) {
                out.truncate(at);
            }
        }
        runAt = at;
        runLength = 1;
    }

    private void endRun() {
        if (runLength > 0) {
            out.array()[runAt] = (byte) runLength;
            runLength = 0;
        }
    }

    /** {@link #add} of a record whose key has this hash: all of a batch, or none. */
    public boolean addHashed(Object value, long timestamp, int keyHash) {
        int index = records;
        boolean full = add(value, timestamp);
        if (index >= keyHashes.length) {
            keyHashes = Arrays.copyOf(keyHashes, Math.max(16, 2 * index));
        }
        keyHashes[index] = keyHash;
        hashed = true;
        return full;
    }

    private void putTimestamp(long timestamp) {
        if (records >= timestamps.length) {
            int wanted = Math.max(16, 2 * Math.max(records, timestamps.length));
            timestamps = Arrays.copyOf(timestamps, wanted);
        }
        if (!anyTimestamp) {
            Arrays.fill(timestamps, 0, records, Batch.NO_TIMESTAMP);
            anyTimestamp = true;
        }
        timestamps[records] = timestamp;
    }

    /** Sets the event behind the records; {@link #finish} is to follow. */
    public void setEvent(StreamEvent newEvent) {
        event = newEvent;
    }

    /** Number of records in the batch that is being gathered. */
    public int records() {
        return records;
    }

    /** Whether there is nothing to hand over. */
    public boolean isEmpty() {
        return records == 0 && event == null;
    }

    /** Size of the batch so far. */
    public int bytes() {
        return out.position() - EncodedBatch.PREFIX_BYTES;
    }

    /** Ends the batch and begins the next. */
    public EncodedBatch finish() {
        StreamEvent last = event;
        endRun();
        out.setInt(COUNT_AT, records);
        if (anyTimestamp) {
            writeTimestamps();
        }
        if (hashed) {
            out.writeInts(keyHashes, records);
        }
        if (last != null) {
            EventFormat.write(last, out);
        }
        byte[] array = out.array();
        array[FLAGS_AT] = (byte) flags();
        EncodedBatch batch =
                new EncodedBatch(array, out.position(), last instanceof StreamEvent.EndOfInput);
        // The next batch is probably as large as this one; a giant one is not taken as a measure.
        int size = Math.min(out.position() + 64, 2 * bounds.bytes() + SMALLEST_ARRAY);
        out = begin(size, encoder);
        records = 0;
        anyTimestamp = false;
        hashed = false;
        event = null;
        return batch;
    }

    private int flags() {
        return (anyTimestamp ? HAS_TIMESTAMPS : 0)
                | (event != null ? HAS_EVENT : 0)
                | (hashed ? HAS_HASHES : 0);
    }

    private void writeTimestamps() {
        long previous = 0;
        for (int i = 0; i < records; i++) {
            // May wrap around, and then wraps back in the decoder.
            long difference = timestamps[i] - previous;
            out.writeVarLong((difference << 1) ^ (difference >> 63));
            previous = timestamps[i];
        }
    }

    private void checkSize(Object value, int size) {
        if (size > bounds.maxRecordBytes()) {
            throw new PartitionFailedException(
                    Reason.RECORD_TOO_LARGE,
                    "A record of "
                            + value.getClass().getName()
                            + " takes "
                            + size
                            + " bytes, more than the "
                            + bounds.maxRecordBytes()
                            + " that fit into a frame; make records smaller, or raise"
                            + " exchange.frame.max-size in all processes");
        }
    }
}
