package dev.millstream.types.record;

import dev.millstream.types.ClassOrigin;
import dev.millstream.types.Input;
import dev.millstream.types.Schema;
import dev.millstream.types.Serializer;
import dev.millstream.types.UnsupportedTypeException;
import dev.millstream.types.serialization.Serializers;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Reads what one {@link RecordEncoder} has written, in order. For one thread at a time. After an
 * exception it is of no more use.
 */
public final class RecordDecoder {
    private static final int MAX_CLASSES = 100_000;

    private final Serializers serializers;
    private final ClassOrigin origin = new KnownClasses();
    private final List<Serializer<Object>> classes = new ArrayList<>();

    /** Of the last record; null if that was null. */
    private @Nullable Serializer<Object> last;

    public RecordDecoder(Serializers serializers) {
        this.serializers = serializers;
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
        classes.clear();
        last = null;
    }

    private Serializer<Object> localSerializer(Schema written) {
        String name = written.className();
        try {
            return serializers.ofExactClass(serializers.loadClass(name));
        } catch (ClassNotFoundException | LinkageError e) {
            throw new SchemaMismatchException(
                    "Records of class "
                            + name
                            + " arrive, which can't be loaded here ("
                            + e.getMessage()
                            + "): the job's jars differ between sender and receiver, or the class"
                            + " isn't in them",
                    e);
        } catch (UnsupportedTypeException e) {
            throw new SchemaMismatchException(
                    "Records of class " + name + " arrive, which can't be read: " + e.getMessage(),
                    e);
        }
    }

    private final class KnownClasses implements ClassOrigin {
        @Override
        public Serializer<?> define(Input in) {
            Schema written = Schema.read(in);
            if (classes.size() >= MAX_CLASSES) {
                throw in.corrupt("more than " + MAX_CLASSES + " classes in one stream");
            }
            Serializer<Object> local = localSerializer(written);
            Schema here = local.schema();
            if (!here.equals(written)) {
                throw new SchemaMismatchException(SchemaDifference.describe(written, here), null);
            }
            classes.add(local);
            return local;
        }

        @Override
        public Serializer<?> defined(int number, Input in) {
            if (number >= classes.size()) {
                throw in.corrupt(
                        "class number " + number + ", of " + classes.size() + " in this stream");
            }
            return classes.get(number);
        }
    }
}
