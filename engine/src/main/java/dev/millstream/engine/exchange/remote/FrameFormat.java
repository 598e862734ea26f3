package dev.millstream.engine.exchange.remote;

import dev.millstream.api.common.JobID;
import dev.millstream.engine.exchange.element.BatchEncoder;
import dev.millstream.engine.exchange.element.EncodedBatch;
import dev.millstream.engine.exchange.failure.PartitionFailedException.Reason;
import dev.millstream.graph.job.JobVertexID;
import dev.millstream.protocol.id.ExecutionAttemptID;
import dev.millstream.protocol.id.PartitionID;
import dev.millstream.types.CorruptDataException;
import dev.millstream.types.Input;
import dev.millstream.types.Output;
import java.nio.ByteBuffer;
import java.util.Optional;

/**
 * Frames as bytes: a kind, then the fields; numbers little-endian. A Data frame is kind, channel
 * and a batch as {@link BatchEncoder} makes it: the first two fill the batch's prefix.
 */
final class FrameFormat {
    /** Raised with each change of a frame, or of the format of batches. */
    static final int VERSION = 2;

    /** "MSEX": whoever connects by mistake is found out at once. */
    private static final int MAGIC = 0x4D534558;

    private static final int HELLO = 1;
    private static final int REQUEST = 2;
    private static final int CREDIT = 3;
    private static final int CLOSE = 4;
    private static final int DATA = 5;
    private static final int FAILURE = 6;
    private static final int GOODBYE = 7;

    /** Longer texts are cut: they are for people. */
    private static final int MAX_TEXT = 4096;

    /** Smallest batch: number of records and flags. */
    private static final int MIN_BATCH = 5;

    private FrameFormat() {}

    static ByteBuffer encode(Frame frame) {
        if (frame instanceof Frame.Data data) {
            return encode(data);
        }
        Output out = new Output(64);
        switch (frame) {
            case Frame.Hello(int version) -> {
                out.writeByte(HELLO);
                out.writeInt(MAGIC);
                out.writeInt(version);
            }
            case Frame.Request request -> write(request, out);
            case Frame.Credit(int channel, int batches) -> {
                out.writeByte(CREDIT);
                out.writeInt(channel);
                out.writeInt(batches);
            }
            case Frame.Close(int channel) -> {
                out.writeByte(CLOSE);
                out.writeInt(channel);
            }
            case Frame.Data data -> throw new IllegalStateException("Encoded above: " + data);
            case Frame.Failure(int channel, Reason reason, String message) -> {
                out.writeByte(FAILURE);
                out.writeInt(channel);
                out.writeByte(reason.code());
                out.writeString(cut(message));
            }
            case Frame.Goodbye(String reason) -> {
                out.writeByte(GOODBYE);
                out.writeString(cut(reason));
            }
        }
        return ByteBuffer.wrap(out.array(), 0, out.position());
    }

    private static ByteBuffer encode(Frame.Data data) {
        byte[] array = data.batch().array();
        array[0] = DATA;
        for (int i = 0; i < Integer.BYTES; i++) {
            array[1 + i] = (byte) (data.channel() >>> (8 * i));
        }
        return ByteBuffer.wrap(array, 0, data.batch().end());
    }

    private static void write(Frame.Request request, Output out) {
        ExecutionAttemptID producer = request.partition().producer();
        out.writeByte(REQUEST);
        out.writeInt(request.channel());
        out.writeLong(producer.job().upper());
        out.writeLong(producer.job().lower());
        out.writeLong(producer.vertex().upper());
        out.writeLong(producer.vertex().lower());
        out.writeBoolean(producer.coordinator());
        out.writeInt(producer.subtask());
        out.writeInt(producer.attempt());
        out.writeLong(producer.leader());
        out.writeInt(producer.incarnation());
        out.writeInt(request.partition().result());
        out.writeInt(request.subpartition());
        out.writeInt(request.credit());
    }

    /**
     * Reads a frame. Takes no more memory than the frame has, but for its fields.
     *
     * @throws FrameException if it is none
     */
    static Frame decode(ByteBuffer buffer) throws FrameException {
        byte[] array;
        int offset;
        int length = buffer.remaining();
        if (buffer.hasArray()) {
            array = buffer.array();
            offset = buffer.arrayOffset() + buffer.position();
        } else {
            array = new byte[length];
            offset = 0;
            buffer.get(array);
        }
        Input in = new Input(array, offset, length);
        try {
            Frame frame = read(in, array, offset, length);
            if (!(frame instanceof Frame.Data) && in.hasRemaining()) {
                throw new FrameException(in.remaining() + " bytes follow the end of a frame");
            }
            return frame;
        } catch (CorruptDataException e) {
            throw new FrameException("a frame of " + length + " bytes can't be read", e);
        }
    }

    private static Frame read(Input in, byte[] array, int offset, int length)
            throws FrameException {
        int kind = in.readByte();
        return switch (kind) {
            case HELLO -> {
                int magic = in.readInt();
                if (magic != MAGIC) {
                    throw new FrameException("the greeting is not that of an exchange");
                }
                yield new Frame.Hello(in.readInt());
            }
            case REQUEST -> readRequest(in);
            case CREDIT -> new Frame.Credit(in.readInt(), in.readInt());
            case CLOSE -> new Frame.Close(in.readInt());
            case DATA -> {
                int channel = in.readInt();
                if (in.remaining() < MIN_BATCH) {
                    throw new FrameException("a batch of " + in.remaining() + " bytes");
                }
                yield new Frame.Data(channel, batch(array, offset, length));
            }
            case FAILURE -> readFailure(in);
            case GOODBYE -> new Frame.Goodbye(cut(in.readString()));
            default -> throw new FrameException("a frame of the unknown kind " + kind);
        };
    }

    /** The last batch isn't marked here: the reader finds its end of input by itself. */
    private static EncodedBatch batch(byte[] array, int offset, int length) {
        if (offset == 0) {
            return new EncodedBatch(array, length, false);
        }
        byte[] own = new byte[length];
        System.arraycopy(array, offset, own, 0, length);
        return new EncodedBatch(own, length, false);
    }

    private static Frame readRequest(Input in) throws FrameException {
        int channel = in.readInt();
        JobID job = new JobID(in.readLong(), in.readLong());
        JobVertexID vertex = new JobVertexID(in.readLong(), in.readLong());
        ExecutionAttemptID producer =
                new ExecutionAttemptID(
                        job,
                        vertex,
                        in.readBoolean(),
                        in.readInt(),
                        in.readInt(),
                        in.readLong(),
                        in.readInt());
        PartitionID partition = new PartitionID(producer, in.readInt());
        int subpartition = in.readInt();
        int credit = in.readInt();
        if (credit < 1) {
            throw new FrameException("a request with the credit " + credit);
        }
        return new Frame.Request(channel, partition, subpartition, credit);
    }

    private static Frame readFailure(Input in) throws FrameException {
        int channel = in.readInt();
        int code = in.readByte();
        Optional<Reason> reason = Reason.ofCode(code);
        if (reason.isEmpty()) {
            throw new FrameException("a failure for the unknown reason " + code);
        }
        return new Frame.Failure(channel, reason.get(), cut(in.readString()));
    }

    private static String cut(String text) {
        return text.length() <= MAX_TEXT ? text : text.substring(0, MAX_TEXT);
    }
}
