package dev.millstream.protocol.rest;

import dev.millstream.types.CorruptDataException;
import dev.millstream.types.Input;
import dev.millstream.types.Output;
import dev.millstream.types.UnsupportedTypeException;
import dev.millstream.types.serialization.Serializers;

/** Records as bodies of requests and answers. Thread-safe. */
public final class RecordBody {
    private static final Serializers SERIALIZERS =
            new Serializers(RecordBody.class.getClassLoader());

    private RecordBody() {}

    /** Writes a record. */
    public static <T> byte[] write(Class<T> type, T value) {
        Output out = new Output(1024);
        SERIALIZERS.<T>of(type).write(value, out);
        return out.toByteArray();
    }

    /**
     * Reads a record.
     *
     * @throws CorruptDataException if the bytes are anything else
     */
    public static <T> T read(Class<T> type, byte[] body) {
        Input in = new Input(body);
        try {
            T value = SERIALIZERS.<T>of(type).read(in);
            if (in.hasRemaining()) {
                throw in.corrupt(in.remaining() + " bytes behind the end");
            }
            return value;
        } catch (IllegalArgumentException | UnsupportedTypeException e) {
            throw new CorruptDataException("The body holds no " + type.getSimpleName(), e);
        }
    }
}
