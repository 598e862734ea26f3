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
        Object[] values = readRuns(records);
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

    private Object[] readRuns(int records) {
        Object[] values = new Object[records];
        int next = 0;
        while (next < records) {
            int length = Byte.toUnsignedInt(in.readByte());
            if (length == 0 || length > records - next) {
                throw in.corrupt(
                        length + " records of a class, where " + (records - next) + " are due");
            }
            Object first = decoder.decode(in);
            if (first == null) {
                throw in.corrupt("a record that is null");
            }
            values[next] = first;
            decoder.decodeMore(values, next + 1, next + length, in);
            next += length;
        }
        return values;
    }

    private int[] readHashes(int records) {
        int[] keyHashes = new int[records];
        in.readInts(keyHashes, records);
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
