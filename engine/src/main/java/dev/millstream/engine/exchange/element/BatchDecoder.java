package dev.millstream.engine.exchange.element;

import dev.millstream.types.CorruptDataException;
import dev.millstream.types.Input;
import dev.millstream.types.record.RecordDecoder;
import dev.millstream.types.serialization.Serializers;
import org.jspecify.annotations.Nullable;

/**
 * Reads the batches of one channel that a {@link BatchEncoder} has written, in order. Bytes that
 * are not such batches end in a {@link CorruptDataException}, and never in more memory than a few
 * times their number. Owned by the consuming task's thread.
 */
public final class BatchDecoder {
    private final RecordDecoder decoder;
    private final Input in = new Input(new byte[0]);

    public BatchDecoder(Serializers serializers) {
        this.decoder = new RecordDecoder(serializers);
    }

    /**
     * Reads a batch.
     *
     * @param array holds it, but for the prefix, from {@code offset} on
     * @param length without the prefix
     * @throws CorruptDataException if this is no batch
     * @throws dev.millstream.types.record.SchemaMismatchException if a class is not the producer's
     */
    public Batch decode(byte[] array, int offset, int length) {
        in.reset(array, offset, length);
        int records = in.readInt();
        int flags = in.readByte();
        if (records < 0 || records > in.remaining()) {
            throw in.corrupt(records + " records, with " + in.remaining() + " bytes left");
        }
        Object[] values = new Object[records];
        for (int i = 0; i < records; i++) {
            Object value = decoder.decode(in);
            if (value == null) {
                throw in.corrupt("a record that is null");
            }
            values[i] = value;
        }
        boolean timed = (flags & BatchEncoder.HAS_TIMESTAMPS) != 0;
        long @Nullable [] timestamps = timed ? readTimestamps(records) : null;
        boolean hashed = (flags & BatchEncoder.HAS_HASHES) != 0;
        int @Nullable [] keyHashes = hashed ? readHashes(records) : null;
        boolean eventful = (flags & BatchEncoder.HAS_EVENT) != 0;
        @Nullable StreamEvent event = eventful ? EventFormat.read(in) : null;
        if (in.hasRemaining()) {
            throw in.corrupt(in.remaining() + " bytes too many");
        }
        return new Batch(values, timestamps, keyHashes, records, event, length);
    }

    private int[] readHashes(int records) {
        int[] keyHashes = new int[records];
        for (int i = 0; i < records; i++) {
            keyHashes[i] = in.readInt();
        }
        return keyHashes;
    }

    private long[] readTimestamps(int records) {
        long[] timestamps = new long[records];
        long previous = 0;
        for (int i = 0; i < records; i++) {
            long zigzag = in.readVarLong();
            previous += (zigzag >>> 1) ^ -(zigzag & 1);
            timestamps[i] = previous;
        }
        return timestamps;
    }
}
