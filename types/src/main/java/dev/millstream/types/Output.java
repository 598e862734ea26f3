package dev.millstream.types;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/**
 * Bytes being written into an array that grows. Numbers are little-endian and of fixed width unless
 * the method says otherwise. For one thread at a time; reuse it by {@link #reset}.
 */
public final class Output {
    private static final int MAX_SIZE = Integer.MAX_VALUE - 8;
    private static final int MAX_DEPTH = 500;

    private byte[] array;
    private int position;
    private int depth;
    private @Nullable ClassSink classSink;

    public Output() {
        this(256);
    }

    public Output(int initialCapacity) {
        array = new byte[Math.max(16, initialCapacity)];
    }

    /** The array that is written to, valid up to {@link #position}, until the next write. */
    public byte[] array() {
        return array;
    }

    /** How many bytes were written. */
    public int position() {
        return position;
    }

    /** What was written, as an array of its own. */
    public byte[] toByteArray() {
        return Arrays.copyOf(array, position);
    }

    /** Forgets all that was written; keeps the array. */
    public void reset() {
        position = 0;
        depth = 0;
    }

    /** Forgets what was written behind a position. */
    public void truncate(int newPosition) {
        if (newPosition < 0 || newPosition > position) {
            throw new IllegalArgumentException(newPosition + " is not within 0 and " + position);
        }
        position = newPosition;
    }

    /** Overwrites four bytes that were written as an int before. */
    public void setInt(int at, int value) {
        if (at < 0 || at > position - 4) {
            throw new IllegalArgumentException("No int was written at " + at);
        }
        LittleEndian.putInt(array, at, value);
    }

    public void writeByte(int value) {
        int at = claim(1);
        array[at] = (byte) value;
    }

    public void writeBoolean(boolean value) {
        writeByte(value ? 1 : 0);
    }

    public void writeShort(short value) {
        int at = claim(2);
        LittleEndian.putShort(array, at, value);
    }

    public void writeChar(char value) {
        int at = claim(2);
        LittleEndian.putChar(array, at, value);
    }

    public void writeInt(int value) {
        int at = claim(4);
        LittleEndian.putInt(array, at, value);
    }

    public void writeLong(long value) {
        int at = claim(8);
        LittleEndian.putLong(array, at, value);
    }

    /** Keeps the bits of a NaN. */
    public void writeFloat(float value) {
        writeInt(Float.floatToRawIntBits(value));
    }

    /** Keeps the bits of a NaN. */
    public void writeDouble(double value) {
        writeLong(Double.doubleToRawLongBits(value));
    }

    /** Unsigned, seven bits a byte, lowest first: 1 to 5 bytes. Meant for small numbers. */
    public void writeVarInt(int value) {
        writeVarLong(Integer.toUnsignedLong(value));
    }

    /** Unsigned, seven bits a byte, lowest first: 1 to 10 bytes. Meant for small numbers. */
    public void writeVarLong(long value) {
        ensure(10);
        int at = position;
        long rest = value;
        while ((rest & ~0x7FL) != 0) {
            array[at++] = (byte) (rest | 0x80);
            rest >>>= 7;
        }
        array[at++] = (byte) rest;
        position = at;
    }

    /**
     * A string with its length: one byte a character if all are below 256, else two. Any string
     * survives, also one with unpaired surrogates.
     */
    public void writeString(String value) {
        int length = value.length();
        int start = position;
        writeVarLong((long) length << 1);
        ensure(length);
        byte[] target = array;
        int at = position;
        int seen = 0;
        for (int i = 0; i < length; i++) {
            char c = value.charAt(i);
            seen |= c;
            target[at + i] = (byte) c;
        }
        if (seen > 0xFF) {
            position = start;
            writeWideString(value, length);
        } else {
            position = at + length;
        }
    }

    private void writeWideString(String value, int length) {
        writeVarLong((long) length << 1 | 1);
        int at = claim(Math.multiplyExact(2, length));
        for (int i = 0; i < length; i++) {
            LittleEndian.putChar(array, at + 2 * i, value.charAt(i));
        }
    }

    /** Bytes with their number before them. */
    public void writeBytes(byte[] value) {
        writeVarInt(value.length);
        write(value, 0, value.length);
    }

    /** Just these bytes. */
    public void write(byte[] source, int offset, int length) {
        int at = claim(length);
        System.arraycopy(source, offset, array, at, length);
    }

    /** The first of these, as many, without their number. */
    public void writeInts(int[] source, int count) {
        int at = claim(Math.multiplyExact(Integer.BYTES, count));
        ByteBuffer.wrap(array, at, Integer.BYTES * count)
                .order(ByteOrder.LITTLE_ENDIAN)
                .asIntBuffer()
                .put(source, 0, count);
    }

    /**
     * Called before a value that may contain others of its own type, and {@link #leave} behind it.
     *
     * @throws IllegalArgumentException if values are nested too deeply, as in a cycle
     */
    public void enter() {
        if (++depth > MAX_DEPTH) {
            depth = 0;
            throw new IllegalArgumentException(
                    "A value is nested more than "
                            + MAX_DEPTH
                            + " levels deep, or contains itself; such values can't be serialised:"
                            + " hold the parts in a list instead");
        }
    }

    /** See {@link #enter}. */
    public void leave() {
        depth--;
    }

    /** Who names the classes of values of unknown type; null: they are written by name. */
    public @Nullable ClassSink classSink() {
        return classSink;
    }

    /** See {@link #classSink()}. */
    public void classSink(@Nullable ClassSink sink) {
        classSink = sink;
        depth = 0;
    }

    /**
     * Makes room for so many bytes, to be filled by {@link LittleEndian}; returns where it begins
     * in {@link #array}.
     */
    public int claim(int size) {
        int at = position;
        if (size > array.length - at) {
            grow(size);
        }
        position = at + size;
        return at;
    }

    private void ensure(int size) {
        if (size > array.length - position) {
            grow(size);
        }
    }

    private void grow(int size) {
        long needed = (long) position + size;
        if (needed > MAX_SIZE) {
            throw new IllegalStateException(
                    "A value takes more than 2 GiB as bytes; split it into smaller ones");
        }
        array = Arrays.copyOf(array, (int) Math.min(MAX_SIZE, Math.max(needed, 2L * array.length)));
    }
}
