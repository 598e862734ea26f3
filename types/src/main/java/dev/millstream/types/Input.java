package dev.millstream.types;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * Reads what {@link Output} has written. Never reads behind its limit, and never allocates more
 * than a small multiple of the bytes that are left: whatever is wrong with them ends in a {@link
 * CorruptDataException}. For one thread at a time.
 */
public final class Input {
    // Above the writer's limit, so that whatever could be written can be read.
    private static final int MAX_DEPTH = 510;

    private byte[] array = new byte[0];
    private int position;
    private int limit;
    private int depth;
    private @Nullable ClassOrigin classOrigin;

    public Input(byte[] array) {
        this(array, 0, array.length);
    }

    public Input(byte[] array, int offset, int length) {
        reset(array, offset, length);
    }

    /** Goes on with other bytes, which must not change while they are read. */
    public void reset(byte[] newArray, int offset, int length) {
        Objects.checkFromIndexSize(offset, length, newArray.length);
        array = newArray;
        position = offset;
        limit = offset + length;
        depth = 0;
    }

    /** What is read; not to be changed. */
    public byte[] array() {
        return array;
    }

    /** Index in the array of the next byte. */
    public int position() {
        return position;
    }

    /** How many bytes are left. */
    public int remaining() {
        return limit - position;
    }

    public boolean hasRemaining() {
        return position < limit;
    }

    public byte readByte() {
        return array[claim(1)];
    }

    public boolean readBoolean() {
        byte value = readByte();
        if ((value & ~1) != 0) {
            throw corrupt("a boolean of " + value);
        }
        return value != 0;
    }

    public short readShort() {
        return LittleEndian.getShort(array, claim(2));
    }

    public char readChar() {
        return LittleEndian.getChar(array, claim(2));
    }

    public int readInt() {
        return LittleEndian.getInt(array, claim(4));
    }

    public long readLong() {
        return LittleEndian.getLong(array, claim(8));
    }

    public float readFloat() {
        return Float.intBitsToFloat(readInt());
    }

    public double readDouble() {
        return Double.longBitsToDouble(readLong());
    }

    /** See {@link Output#writeVarInt}. */
    public int readVarInt() {
        byte first = readByte();
        if (first >= 0) {
            return first;
        }
        long value = readLongerVar(first, 5);
        if (value >>> 32 != 0) {
            throw corrupt("a number of more than 32 bits");
        }
        return (int) value;
    }

    /** See {@link Output#writeVarLong}. */
    public long readVarLong() {
        byte first = readByte();
        return first >= 0 ? first : readLongerVar(first, 10);
    }

    private long readLongerVar(byte first, int maxBytes) {
        long value = first & 0x7F;
        for (int i = 1; i < maxBytes; i++) {
            byte next = readByte();
            if (i == 9 && (next & ~1) != 0) {
                throw corrupt("a number of more than 64 bits");
            }
            value |= (long) (next & 0x7F) << (7 * i);
            if (next >= 0) {
                return value;
            }
        }
        throw corrupt("a number of more than " + maxBytes + " bytes");
    }

    /** A variable-length number of things that take at least a byte each. */
    public int readCount() {
        return readCount(1);
    }

    /** A variable-length number of things that take at least so many bytes each. */
    public int readCount(int minBytes) {
        int count = readVarInt();
        if (count < 0 || count > (limit - position) / minBytes) {
            throw corrupt(
                    Integer.toUnsignedString(count)
                            + " things announced, with "
                            + remaining()
                            + " bytes left");
        }
        return count;
    }

    public String readString() {
        long header = readVarLong();
        long length = header >>> 1;
        int bytesPerChar = (int) (header & 1) + 1;
        if (length > (limit - position) / bytesPerChar) {
            throw corrupt(
                    "a string of " + length + " characters, with " + remaining() + " bytes left");
        }
        int size = (int) length * bytesPerChar;
        int at = claim(size);
        return bytesPerChar == 1
                ? new String(array, at, size, StandardCharsets.ISO_8859_1)
                : wideString(at, (int) length);
    }

    // Not by a Charset: that would replace unpaired surrogates.
    private String wideString(int at, int length) {
        char[] chars = new char[length];
        for (int i = 0; i < length; i++) {
            chars[i] = LittleEndian.getChar(array, at + 2 * i);
        }
        return new String(chars);
    }

    public byte[] readBytes() {
        int count = readCount();
        int at = claim(count);
        return Arrays.copyOfRange(array, at, at + count);
    }

    /** Reads just these bytes. */
    public void read(byte[] target, int offset, int length) {
        int at = claim(length);
        System.arraycopy(array, at, target, offset, length);
    }

    /** See {@link Output#writeInts}. */
    public void readInts(int[] target, int count) {
        int at = claim(Math.multiplyExact(Integer.BYTES, count));
        ByteBuffer.wrap(array, at, Integer.BYTES * count)
                .order(ByteOrder.LITTLE_ENDIAN)
                .asIntBuffer()
                .get(target, 0, count);
    }

    /** Called before a value that may contain others of its own type; see {@link #leave}. */
    public void enter() {
        if (++depth > MAX_DEPTH) {
            throw corrupt("values nested more than " + MAX_DEPTH + " levels deep");
        }
    }

    /** See {@link #enter}. */
    public void leave() {
        depth--;
    }

    /** Who knows the classes of values of unknown type; null: they were written by name. */
    public @Nullable ClassOrigin classOrigin() {
        return classOrigin;
    }

    /** See {@link #classOrigin()}. */
    public void classOrigin(@Nullable ClassOrigin origin) {
        classOrigin = origin;
        depth = 0;
    }

    /** The exception to throw, with the position in it. */
    public CorruptDataException corrupt(String found) {
        return corrupt(found, null);
    }

    /** The exception to throw, with the position in it. */
    public CorruptDataException corrupt(String found, @Nullable Throwable cause) {
        return new CorruptDataException(
                "Corrupt data before byte " + position + ": found " + found, cause);
    }

    /**
     * Passes over so many bytes, to be looked at by {@link LittleEndian}; returns where they begin
     * in {@link #array}.
     */
    public int claim(int size) {
        int at = position;
        if (size > limit - at) {
            throw corrupt("an end " + (size - (limit - at)) + " bytes too early");
        }
        position = at + size;
        return at;
    }
}
