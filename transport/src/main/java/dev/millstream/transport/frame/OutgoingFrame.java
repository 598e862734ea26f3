package dev.millstream.transport.frame;

import java.nio.ByteBuffer;

/** A frame that waits to be written; its payload's position tells how far it is. */
final class OutgoingFrame {
    private final int word;
    private final int payloadChecksum;
    private final ByteBuffer payload;
    private boolean begun;

    OutgoingFrame(ByteBuffer payload, boolean last) {
        this.word = FrameFormat.word(payload.remaining(), last);
        this.payloadChecksum = FrameFormat.checksum(payload);
        this.payload = payload;
    }

    int word() {
        return word;
    }

    int payloadChecksum() {
        return payloadChecksum;
    }

    ByteBuffer payload() {
        return payload;
    }

    boolean isLast() {
        return FrameFormat.isLast(word);
    }

    /** Whether its header is written. */
    boolean isBegun() {
        return begun;
    }

    void begin() {
        begun = true;
    }

    /** What is still to be written. */
    int remaining() {
        return payload.remaining() + (begun ? 0 : FrameFormat.HEADER_BYTES);
    }
}
