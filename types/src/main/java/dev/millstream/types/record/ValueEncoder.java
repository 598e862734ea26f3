package dev.millstream.types.record;

import dev.millstream.types.Output;
import dev.millstream.types.Serializer;
import dev.millstream.types.serialization.Serializers;

/**
 * Writes values of one known type, its schema before them; classes of values of unknown type inside
 * go with theirs. So whatever happens to the classes, a {@link ValueDecoder} knows what was
 * written. For one thread at a time.
 */
public final class ValueEncoder<T> {
    private final Serializer<T> serializer;
    private final RecordEncoder classes;

    public ValueEncoder(Serializers serializers, Serializer<T> serializer) {
        this.serializer = serializer;
        this.classes = new RecordEncoder(serializers);
    }

    /** Writes the schema: once, before the first value. */
    public void begin(Output out) {
        serializer.schema().write(out);
    }

    /** Appends a value, which is not null. If it fails, nothing was appended. */
    public void encode(T value, Output out) {
        classes.encodeAs(serializer, value, out);
    }
}
