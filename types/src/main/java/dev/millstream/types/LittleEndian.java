package dev.millstream.types;

import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;
import java.nio.ByteOrder;

/**
 * Numbers of fixed width in arrays of bytes, as {@link Output} and {@link Input} have them. Checks
 * that they are within the array, and nothing else. Public for generated serializers, which claim
 * the bytes of several fields at once ({@link Output#claim}, {@link Input#claim}).
 */
public final class LittleEndian {
    private static final VarHandle SHORT = view(short[].class);
    private static final VarHandle CHAR = view(char[].class);
    private static final VarHandle INT = view(int[].class);
    private static final VarHandle LONG = view(long[].class);

    private LittleEndian() {}

    private static VarHandle view(Class<?> arrayType) {
        return MethodHandles.byteArrayViewVarHandle(arrayType, ByteOrder.LITTLE_ENDIAN)
                .withInvokeExactBehavior();
    }

    public static void putByte(byte[] array, int at, int value) {
        array[at] = (byte) value;
    }

    public static void putShort(byte[] array, int at, short value) {
        SHORT.set(array, at, value);
    }

    public static void putChar(byte[] array, int at, char value) {
        CHAR.set(array, at, value);
    }

    public static void putInt(byte[] array, int at, int value) {
        INT.set(array, at, value);
    }

    public static void putLong(byte[] array, int at, long value) {
        LONG.set(array, at, value);
    }

    /** Keeps the bits of a NaN. */
    public static void putFloat(byte[] array, int at, float value) {
        putInt(array, at, Float.floatToRawIntBits(value));
    }

    /** Keeps the bits of a NaN. */
    public static void putDouble(byte[] array, int at, double value) {
        putLong(array, at, Double.doubleToRawLongBits(value));
    }

    public static byte getByte(byte[] array, int at) {
        return array[at];
    }

    public static short getShort(byte[] array, int at) {
        return (short) SHORT.get(array, at);
    }

    public static char getChar(byte[] array, int at) {
        return (char) CHAR.get(array, at);
    }

    public static int getInt(byte[] array, int at) {
        return (int) INT.get(array, at);
    }

    public static long getLong(byte[] array, int at) {
        return (long) LONG.get(array, at);
    }

    public static float getFloat(byte[] array, int at) {
        return Float.intBitsToFloat(getInt(array, at));
    }

    public static double getDouble(byte[] array, int at) {
        return Double.longBitsToDouble(getLong(array, at));
    }
}
