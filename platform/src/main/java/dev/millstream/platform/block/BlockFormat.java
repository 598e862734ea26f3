package dev.millstream.platform.block;

import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;
import java.nio.ByteOrder;
import java.util.zip.CRC32C;

/**
 * The block file format, version 1. All numbers are little-endian.
 *
 * <pre>
 * file    = header block* trailer
 * header  = "MSBLOCK" version(1 byte)
 * block   = length(4) checksum(4) content(length)
 * trailer = -1(4) checksum(4) number of blocks(8)
 * </pre>
 *
 * A checksum is the CRC-32C of the offset in the file of the block or trailer (8 bytes), the length
 * field, and the content: a block in the wrong place doesn't pass. The trailer tells a file that is
 * complete from one that ends at a block's end.
 */
final class BlockFormat {
    static final int HEADER_SIZE = 8;
    static final int PREFIX_SIZE = 8;
    static final int TRAILER_SIZE = 16;
    static final int TRAILER_MARK = -1;
    static final int VERSION_INDEX = 7;

    private static final VarHandle INT =
            MethodHandles.byteArrayViewVarHandle(int[].class, ByteOrder.LITTLE_ENDIAN);
    private static final VarHandle LONG =
            MethodHandles.byteArrayViewVarHandle(long[].class, ByteOrder.LITTLE_ENDIAN);

    private BlockFormat() {}

    static byte[] header() {
        return new byte[] {'M', 'S', 'B', 'L', 'O', 'C', 'K', 1};
    }

    static int checksum(long fileOffset, int lengthField, byte[] content, int offset, int length) {
        byte[] place = new byte[12];
        putLong(place, 0, fileOffset);
        putInt(place, 8, lengthField);
        CRC32C checksum = new CRC32C();
        checksum.update(place);
        checksum.update(content, offset, length);
        return (int) checksum.getValue();
    }

    static void putInt(byte[] target, int index, int value) {
        INT.set(target, index, value);
    }

    static int getInt(byte[] source, int index) {
        return (int) INT.get(source, index);
    }

    static void putLong(byte[] target, int index, long value) {
        LONG.set(target, index, value);
    }

    static long getLong(byte[] source, int index) {
        return (long) LONG.get(source, index);
    }
}
