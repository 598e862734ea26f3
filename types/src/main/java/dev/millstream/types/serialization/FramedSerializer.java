package dev.millstream.types.serialization;

import dev.millstream.types.CorruptDataException;
import dev.millstream.types.Input;
import dev.millstream.types.Output;
import dev.millstream.types.SchemaBuilder;
import dev.millstream.types.Serializer;

/**
 * A user's serializer: what it writes stands behind the number of its bytes, so that it can be read
 * past when its class is gone, and what it reads is held against that number.
 */
final class FramedSerializer extends Serializer<Object> {
    private final Class<?> type;
    private final Serializer<Object> inner;

    FramedSerializer(Class<?> type, Serializer<Object> inner) {
        this.type = type;
        this.inner = inner;
    }

    @Override
    public void write(Object value, Output out) {
        int start = out.position();
        out.writeInt(0);
        inner.write(value, out);
        out.setInt(start, out.position() - start - Integer.BYTES);
    }

    @Override
    public Object read(Input in) {
        int length = in.readInt();
        if (length < 0 || length > in.remaining()) {
            throw in.corrupt(length + " bytes announced, with " + in.remaining() + " left");
        }
        int end = in.position() + length;
        Object value;
        try {
            value = inner.read(in);
        } catch (CorruptDataException e) {
            throw e;
        } catch (RuntimeException e) {
            throw in.corrupt("bytes that the serializer of " + type.getName() + " refuses", e);
        }
        if (in.position() != end || !type.isInstance(value)) {
            throw in.corrupt(
                    "what the serializer of "
                            + type.getName()
                            + " has not written: it must read just what it writes");
        }
        return value;
    }

    @Override
    public Object copy(Object value) {
        return inner.copy(value);
    }

    @Override
    public boolean isImmutable() {
        return inner.isImmutable();
    }

    @Override
    protected int describe(SchemaBuilder schema) {
        return schema.foreign(type.getName(), inner.schema().className());
    }
}
