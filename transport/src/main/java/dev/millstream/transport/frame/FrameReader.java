package dev.millstream.transport.frame;

import io.netty.buffer.ByteBuf;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import org.jspecify.annotations.Nullable;

/**
 * Finds frames in a stream, however its bytes arrive. A payload is copied once: from the socket's
 * buffer to an array of its size, which goes to the receiver. Not thread-safe.
 */
public final class FrameReader {
    private final int maxFrameBytes;
    private final byte[] header = new byte[FrameFormat.HEADER_BYTES];
    private int headerFilled;
    private int word;
    private int payloadChecksum;

    /** Of the frame whose header is complete; else null. */
    private byte @Nullable [] payload;

    private int payloadFilled;

    /** What comes after the last frame is ignored. */
    private boolean ended;

    /**
     * One stream.
     *
     * @param maxFrameBytes longest payload that is accepted
     */
    public FrameReader(int maxFrameBytes) {
        this.maxFrameBytes = maxFrameBytes;
    }

    /**
     * Reads all that is there.
     *
     * @throws BrokenFrameException if the stream is of no more use
     */
    public void read(ByteBuf in, FrameSink sink) throws BrokenFrameException {
        while (!ended) {
            byte[] target = payload;
            if (target == null) {
                target = readHeader(in);
                if (target == null) {
                    return;
                }
                payload = target;
                payloadFilled = 0;
            }
            int count = Math.min(target.length - payloadFilled, in.readableBytes());
            in.readBytes(target, payloadFilled, count);
            payloadFilled += count;
            if (payloadFilled < target.length) {
                return;
            }
            payload = null;
            deliver(target, sink);
        }
        in.skipBytes(in.readableBytes());
    }

    /** Room for the payload; null if the header is not complete. */
    private byte @Nullable [] readHeader(ByteBuf in) throws BrokenFrameException {
        int count = Math.min(FrameFormat.HEADER_BYTES - headerFilled, in.readableBytes());
        in.readBytes(header, headerFilled, count);
        headerFilled += count;
        if (headerFilled < FrameFormat.HEADER_BYTES) {
            return null;
        }
        headerFilled = 0;
        ByteBuffer fields = ByteBuffer.wrap(header);
        word = fields.getInt();
        payloadChecksum = fields.getInt();
        if (fields.getInt() != FrameFormat.headerChecksum(word, payloadChecksum)) {
            throw new BrokenFrameException(
                    "a frame's header was altered on its way (its checksum is wrong)");
        }
        int length = FrameFormat.length(word);
        int most = FrameFormat.isLast(word) ? FrameFormat.MAX_REASON_BYTES : maxFrameBytes;
        if (length > most) {
            throw new BrokenFrameException(
                    "a frame of "
                            + length
                            + " bytes arrived, where at most "
                            + most
                            + " are accepted (transport.frame.max-size; set it alike everywhere)");
        }
        return new byte[length];
    }

    private void deliver(byte[] bytes, FrameSink sink) throws BrokenFrameException {
        if (FrameFormat.checksum(bytes) != payloadChecksum) {
            throw new BrokenFrameException(
                    "a frame of "
                            + bytes.length
                            + " bytes was altered on its way (its checksum is wrong)");
        }
        if (FrameFormat.isLast(word)) {
            ended = true;
            String reason = new String(bytes, StandardCharsets.UTF_8);
            sink.last(reason.replaceAll("\\p{Cntrl}", " "));
        } else {
            sink.data(ByteBuffer.wrap(bytes));
        }
    }
}
