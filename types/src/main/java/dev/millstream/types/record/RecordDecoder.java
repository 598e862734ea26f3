package dev.millstream.types.record;

import dev.millstream.types.Input;
import dev.millstream.types.Serializer;
import dev.millstream.types.serialization.Serializers;
import org.jspecify.annotations.Nullable;

/**
 * Reads what one {@link RecordEncoder} has written, in order. For one thread at a time. After an
 * exception it is of no more use.
 */
public final class RecordDecoder {
    private final Serializers serializers;
    private final WrittenClasses origin;

    /** Of the last record; null if that was null. */
    private @Nullable Serializer<Object> last;

    /** One that refuses classes that are different here from where they were written. */
    public RecordDecoder(Serializers serializers) {
        this(serializers, false);
    }

    private RecordDecoder(Serializers serializers, boolean evolving) {
        this.serializers = serializers;
        this.origin = new WrittenClasses(serializers, evolving);
    }

    /**
     * One that reads what was written when classes were different, as {@link
     * dev.millstream.types.evolution.SchemaEvolution} allows.
     */
    public static RecordDecoder evolving(Serializers serializers) {
        return new RecordDecoder(serializers, true);
    }

    /**
     * Reads a record.
     *
     * @throws dev.millstream.types.CorruptDataException if the bytes aren't what an encoder wrote
     * @throws SchemaMismatchException if a class is different here from where the record was
     *     written
     */
    public @Nullable Object decode(Input in) {
        in.classOrigin(origin);
        try {
            Serializer<Object> serializer = serializers.readClass(in);
            last = serializer;
            return serializer == null ? null : serializer.read(in);
        } finally {
            in.classOrigin(null);
        }
    }

    /**
     * Reads records that {@link RecordEncoder#encodeMore} has written, as many as there are indices
     * from {@code from} to below {@code to}, and puts them there.
     *
     * @throws dev.millstream.types.CorruptDataException if the bytes aren't what an encoder wrote
     * @throws SchemaMismatchException as {@link #decode}
     */
    public void decodeMore(Object[] values, int from, int to, Input in) {
        Serializer<Object> serializer = last;
        if (serializer == null) {
            throw in.corrupt("more records, behind none whose class they could have");
        }
        in.classOrigin(origin);
        try {
            serializer.readInto(values, from, to, in);
        } finally {
            in.classOrigin(null);
        }
    }

    /** Forgets what was learned: for a new peer. */
    public void reset() {
        origin.clear();
        last = null;
    }
}
