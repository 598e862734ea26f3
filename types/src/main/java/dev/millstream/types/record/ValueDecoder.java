package dev.millstream.types.record;

import dev.millstream.types.Input;
import dev.millstream.types.Schema;
import dev.millstream.types.Serializer;
import dev.millstream.types.evolution.SchemaEvolution;
import dev.millstream.types.serialization.Serializers;

/**
 * Reads what one {@link ValueEncoder} has written, in order, as values of a type as it is now. For
 * one thread at a time. After an exception it is of no more use.
 */
public final class ValueDecoder<T> {
    private final Serializer<T> reader;
    private final WrittenClasses classes;

    private ValueDecoder(Serializer<T> reader, WrittenClasses classes) {
        this.reader = reader;
        this.classes = classes;
    }

    /**
     * Reads the schema.
     *
     * @param now of the type as it is now
     * @throws dev.millstream.types.evolution.IncompatibleSchemaException if values of that schema
     *     can't become values of that type; says which field, and what to do
     */
    public static <T> ValueDecoder<T> begin(Serializers serializers, Serializer<T> now, Input in) {
        Schema written = Schema.read(in);
        return new ValueDecoder<>(
                SchemaEvolution.reader(written, now, serializers.dynamic()),
                new WrittenClasses(serializers, true));
    }

    /**
     * Reads a value.
     *
     * @throws dev.millstream.types.CorruptDataException if the bytes aren't what an encoder wrote
     */
    public T decode(Input in) {
        in.classOrigin(classes);
        try {
            return reader.read(in);
        } finally {
            in.classOrigin(null);
        }
    }
}
