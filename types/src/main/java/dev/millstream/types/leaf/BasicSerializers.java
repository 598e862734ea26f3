package dev.millstream.types.leaf;

import dev.millstream.types.Input;
import dev.millstream.types.Output;

/**
 * Strings and boxed primitives. A class each, and no lambdas, so that the JIT sees through a call
 * on a constant.
 */
final class BasicSerializers {
    private BasicSerializers() {}

    static final class OfBoolean extends LeafSerializer<Boolean> {
        OfBoolean(Class<?> type) {
            super(type);
        }

        @Override
        public void write(Boolean value, Output out) {
            out.writeBoolean(value);
        }

        @Override
        public Boolean read(Input in) {
            return in.readBoolean();
        }
    }

    static final class OfByte extends LeafSerializer<Byte> {
        OfByte(Class<?> type) {
            super(type);
        }

        @Override
        public void write(Byte value, Output out) {
            out.writeByte(value);
        }

        @Override
        public Byte read(Input in) {
            return in.readByte();
        }
    }

    static final class OfShort extends LeafSerializer<Short> {
        OfShort(Class<?> type) {
            super(type);
        }

        @Override
        public void write(Short value, Output out) {
            out.writeShort(value);
        }

        @Override
        public Short read(Input in) {
            return in.readShort();
        }
    }

    static final class OfCharacter extends LeafSerializer<Character> {
        OfCharacter(Class<?> type) {
            super(type);
        }

        @Override
        public void write(Character value, Output out) {
            out.writeChar(value);
        }

        @Override
        public Character read(Input in) {
            return in.readChar();
        }
    }

    static final class OfInteger extends LeafSerializer<Integer> {
        OfInteger(Class<?> type) {
            super(type);
        }

        @Override
        public void write(Integer value, Output out) {
            out.writeInt(value);
        }

        @Override
        public Integer read(Input in) {
            return in.readInt();
        }
    }

    static final class OfLong extends LeafSerializer<Long> {
        OfLong(Class<?> type) {
            super(type);
        }

        @Override
        public void write(Long value, Output out) {
            out.writeLong(value);
        }

        @Override
        public Long read(Input in) {
            return in.readLong();
        }
    }

    static final class OfFloat extends LeafSerializer<Float> {
        OfFloat(Class<?> type) {
            super(type);
        }

        @Override
        public void write(Float value, Output out) {
            out.writeFloat(value);
        }

        @Override
        public Float read(Input in) {
            return in.readFloat();
        }
    }

    static final class OfDouble extends LeafSerializer<Double> {
        OfDouble(Class<?> type) {
            super(type);
        }

        @Override
        public void write(Double value, Output out) {
            out.writeDouble(value);
        }

        @Override
        public Double read(Input in) {
            return in.readDouble();
        }
    }

    static final class OfString extends LeafSerializer<String> {
        OfString() {
            super(String.class);
        }

        @Override
        public void write(String value, Output out) {
            out.writeString(value);
        }

        @Override
        public String read(Input in) {
            return in.readString();
        }
    }
}
