package dev.millstream.types.leaf;

import dev.millstream.types.Input;
import dev.millstream.types.Output;
import dev.millstream.types.SchemaBuilder;
import dev.millstream.types.Serializer;

/** Arrays of primitives: the length, then the elements. */
final class PrimitiveArraySerializers {
    private PrimitiveArraySerializers() {}

    abstract static class OfArray<T> extends Serializer<T> {
        private final String name;

        OfArray(Class<T> type) {
            name = type.getName();
        }

        @Override
        public final boolean isImmutable() {
            return false;
        }

        @Override
        protected final int describe(SchemaBuilder schema) {
            return schema.leaf(name);
        }
    }

    static final class OfBooleans extends OfArray<boolean[]> {
        OfBooleans() {
            super(boolean[].class);
        }

        @Override
        public void write(boolean[] value, Output out) {
            out.writeVarInt(value.length);
            for (boolean element : value) {
                out.writeBoolean(element);
            }
        }

        @Override
        public boolean[] read(Input in) {
            boolean[] value = new boolean[in.readCount(1)];
            for (int i = 0; i < value.length; i++) {
                value[i] = in.readBoolean();
            }
            return value;
        }

        @Override
        public boolean[] copy(boolean[] value) {
            return value.clone();
        }
    }

    static final class OfBytes extends OfArray<byte[]> {
        OfBytes() {
            super(byte[].class);
        }

        @Override
        public void write(byte[] value, Output out) {
            out.writeVarInt(value.length);
            out.write(value, 0, value.length);
        }

        @Override
        public byte[] read(Input in) {
            byte[] value = new byte[in.readCount(1)];
            in.read(value, 0, value.length);
            return value;
        }

        @Override
        public byte[] copy(byte[] value) {
            return value.clone();
        }
    }

    static final class OfShorts extends OfArray<short[]> {
        OfShorts() {
            super(short[].class);
        }

        @Override
        public void write(short[] value, Output out) {
            out.writeVarInt(value.length);
            for (short element : value) {
                out.writeShort(element);
            }
        }

        @Override
        public short[] read(Input in) {
            short[] value = new short[in.readCount(2)];
            for (int i = 0; i < value.length; i++) {
                value[i] = in.readShort();
            }
            return value;
        }

        @Override
        public short[] copy(short[] value) {
            return value.clone();
        }
    }

    static final class OfChars extends OfArray<char[]> {
        OfChars() {
            super(char[].class);
        }

        @Override
        public void write(char[] value, Output out) {
            out.writeVarInt(value.length);
            for (char element : value) {
                out.writeChar(element);
            }
        }

        @Override
        public char[] read(Input in) {
            char[] value = new char[in.readCount(2)];
            for (int i = 0; i < value.length; i++) {
                value[i] = in.readChar();
            }
            return value;
        }

        @Override
        public char[] copy(char[] value) {
            return value.clone();
        }
    }

    static final class OfInts extends OfArray<int[]> {
        OfInts() {
            super(int[].class);
        }

        @Override
        public void write(int[] value, Output out) {
            out.writeVarInt(value.length);
            for (int element : value) {
                out.writeInt(element);
            }
        }

        @Override
        public int[] read(Input in) {
            int[] value = new int[in.readCount(4)];
            for (int i = 0; i < value.length; i++) {
                value[i] = in.readInt();
            }
            return value;
        }

        @Override
        public int[] copy(int[] value) {
            return value.clone();
        }
    }

    static final class OfLongs extends OfArray<long[]> {
        OfLongs() {
            super(long[].class);
        }

        @Override
        public void write(long[] value, Output out) {
            out.writeVarInt(value.length);
            for (long element : value) {
                out.writeLong(element);
            }
        }

        @Override
        public long[] read(Input in) {
            long[] value = new long[in.readCount(8)];
            for (int i = 0; i < value.length; i++) {
                value[i] = in.readLong();
            }
            return value;
        }

        @Override
        public long[] copy(long[] value) {
            return value.clone();
        }
    }

    static final class OfFloats extends OfArray<float[]> {
        OfFloats() {
            super(float[].class);
        }

        @Override
        public void write(float[] value, Output out) {
            out.writeVarInt(value.length);
            for (float element : value) {
                out.writeFloat(element);
            }
        }

        @Override
        public float[] read(Input in) {
            float[] value = new float[in.readCount(4)];
            for (int i = 0; i < value.length; i++) {
                value[i] = in.readFloat();
            }
            return value;
        }

        @Override
        public float[] copy(float[] value) {
            return value.clone();
        }
    }

    static final class OfDoubles extends OfArray<double[]> {
        OfDoubles() {
            super(double[].class);
        }

        @Override
        public void write(double[] value, Output out) {
            out.writeVarInt(value.length);
            for (double element : value) {
                out.writeDouble(element);
            }
        }

        @Override
        public double[] read(Input in) {
            double[] value = new double[in.readCount(8)];
            for (int i = 0; i < value.length; i++) {
                value[i] = in.readDouble();
            }
            return value;
        }

        @Override
        public double[] copy(double[] value) {
            return value.clone();
        }
    }
}
