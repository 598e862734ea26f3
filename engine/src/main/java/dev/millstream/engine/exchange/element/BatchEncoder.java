package dev.millstream.engine.exchange.element;

import dev.millstream.engine.exchange.failure.PartitionFailedException;
import dev.millstream.engine.exchange.failure.PartitionFailedException.Reason;
import dev.millstream.types.Output;
import dev.millstream.types.record.RecordEncoder;
import dev.millstream.types.serialization.Serializers;
import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/**
 * Gathers records of one channel into serialised batches, version 2 of their format. Numbers are
 * little-endian.
 *
 * <pre>
 * batch      = prefix(5, free) records(4) flags(1) record* timestamps? hashes? event?
 * flags      = 1: there are timestamps; 2: there is an event; 4: there are hashes
 * record     = what {@link RecordEncoder} writes
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

    private static final int SMALLEST_ARRAY = 128;

    private final RecordEncoder encoder;
    private final BatchBounds bounds;
    private Output out;
    private int records;
    private long[] timestamps = {};
    private boolean anyTimestamp;
    private int[] keyHashes = {};
    private boolean hashed;
    private @Nullable StreamEvent event;

    public BatchEncoder(Serializers serializers, BatchBounds bounds) {
        this.encoder = new RecordEncoder(serializers);
        this.bounds = bounds;
        this.out = begin(SMALLEST_ARRAY);
    }

    private static Output begin(int capacity) {
        Output out = new Output(capacity);
        for (int i = 0; i < RECORDS_AT; i++) {
            out.writeByte(0);
        }
        return out;
    }

    /**
     * Appends a record.
     *
     * @throws PartitionFailedException if the record is larger than a frame may be
     */
    public void add(Object value, long timestamp) {
        int before = out.position();
        encoder.encode(value, out);
        if (out.position() - before > bounds.maxRecordBytes()) {
            throw tooLarge(value, out.position() - before);
        }
        if (timestamp != Batch.NO_TIMESTAMP || anyTimestamp) {
            putTimestamp(timestamp);
        }
        records++;
    }

    /** {@link #add} of a record whose key has this hash: all of a batch, or none. */
    public void addHashed(Object value, long timestamp, int keyHash) {
        int index = records;
        add(value, timestamp);
        if (index >= keyHashes.length) {
            keyHashes = Arrays.copyOf(keyHashes, Math.max(16, 2 * index));
        }
        keyHashes[index] = keyHash;
        hashed = true;
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

    /** Whether the batch should be handed over. */
    public boolean isFull() {
        return records >= bounds.records() || bytes() >= bounds.bytes();
    }

    /** Size of the batch so far. */
    public int bytes() {
        return out.position() - EncodedBatch.PREFIX_BYTES;
    }

    /** Ends the batch and begins the next. */
    public EncodedBatch finish() {
        StreamEvent last = event;
        out.setInt(COUNT_AT, records);
        if (anyTimestamp) {
            writeTimestamps();
        }
        if (hashed) {
            writeHashes();
        }
        if (last != null) {
            EventFormat.write(last, out);
        }
        byte[] array = out.array();
        array[FLAGS_AT] = (byte) flags();
        EncodedBatch batch =
                new EncodedBatch(array, out.position(), last instanceof StreamEvent.EndOfInput);
        // The next batch is probably as large as this one; a giant one is not taken as a measure.
        out = begin(Math.min(out.position() + 64, 2 * bounds.bytes() + SMALLEST_ARRAY));
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

    private void writeHashes() {
        for (int i = 0; i < records; i++) {
            out.writeInt(keyHashes[i]);
        }
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

    private PartitionFailedException tooLarge(Object value, int size) {
        return new PartitionFailedException(
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
