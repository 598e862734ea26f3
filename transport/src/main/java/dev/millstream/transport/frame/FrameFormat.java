package dev.millstream.transport.frame;

import java.nio.ByteBuffer;
import java.util.zip.CRC32C;

/**
 * A frame: a header of three integers, and the payload. The first integer is the payload's length,
 * with the highest bit set when the frame is the link's last and its payload the reason; the second
 * is the payload's CRC32C; the third that of the first two, so that an altered length is noticed
 * before anything is made of it.
 */
final class FrameFormat {
    static final int HEADER_BYTES = 3 * Integer.BYTES;

    /** Longest reason for a close. */
    static final int MAX_REASON_BYTES = 1_024;

    private static final int LAST = 1 << 31;
    private static final int CHECKED_HEADER_BYTES = 2 * Integer.BYTES;

    private FrameFormat() {}

    /** The first integer. */
    static int word(int length, boolean last) {
        return last ? length | LAST : length;
    }

    static int length(int word) {
        return word & ~LAST;
    }

    static boolean isLast(int word) {
        return (word & LAST) != 0;
    }

    /** The CRC32C of what is between position and limit, which stay. */
    static int checksum(ByteBuffer payload) {
        int position = payload.position();
        CRC32C crc = new CRC32C();
        crc.update(payload);
        payload.position(position);
        return (int) crc.getValue();
    }

    static int checksum(byte[] payload) {
        CRC32C crc = new CRC32C();
        crc.update(payload);
        return (int) crc.getValue();
    }

    static int headerChecksum(int word, int payloadChecksum) {
        byte[] header = new byte[CHECKED_HEADER_BYTES];
        ByteBuffer.wrap(header).putInt(word).putInt(payloadChecksum);
        return checksum(header);
    }
}
