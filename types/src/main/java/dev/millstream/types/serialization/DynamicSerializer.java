package dev.millstream.types.serialization;

import dev.millstream.types.ClassOrigin;
import dev.millstream.types.ClassSink;
import dev.millstream.types.CorruptDataException;
import dev.millstream.types.Input;
import dev.millstream.types.Output;
import dev.millstream.types.Schema;
import dev.millstream.types.SchemaBuilder;
import dev.millstream.types.Serializer;
import dev.millstream.types.UnsupportedTypeException;
import org.jspecify.annotations.Nullable;

/**
 * Of values that aren't known until they come: each goes with its class. Null as well.
 *
 * <p>A number comes first: 0 for null, that of a {@link KnownClasses known class}, 1 before a class
 * name, or, within a stream that remembers classes, what its {@link ClassSink} puts there.
 */
final class DynamicSerializer extends Serializer<Object> {
    private final Serializers serializers;
    private final Class<?> bound;
    private final @Nullable TypePath path;

    /**
     * The class met first; most fields only ever hold one. Written and read without
     * synchronisation: it is immutable, and any thread may use what another has found. Set once, so
     * that threads don't fight for the cache line.
     */
    private @Nullable ClassEntry first;

    /**
     * What is known of a class.
     *
     * @param represented the class as which its values are written
     * @param tag the number of that class if it has one, else 0
     */
    record ClassEntry(
            Class<?> type, Class<?> represented, int tag, Serializer<Object> serializer) {}

    /**
     * @param bound what values must be instances of
     * @param path of the field, for errors
     */
    DynamicSerializer(Serializers serializers, Class<?> bound, @Nullable TypePath path) {
        this.serializers = serializers;
        this.bound = bound;
        this.path = path;
    }

    // Nullness: a Serializer has no null in its type, this one's callers know better.
    @Override
    public void write(@Nullable Object value, Output out) {
        if (value == null) {
            out.writeByte(KnownClasses.NULL);
            return;
        }
        out.enter();
        try {
            writeClass(value.getClass(), out).write(value, out);
        } finally {
            out.leave();
        }
    }

    /** Writes what stands for a class; returns the serializer of its values. */
    Serializer<Object> writeClass(Class<?> type, Output out) {
        ClassEntry entry = entryOf(type);
        if (entry.tag() != 0) {
            out.writeByte(entry.tag());
        } else {
            writeClass(entry, out);
        }
        return entry.serializer();
    }

    private static void writeClass(ClassEntry entry, Output out) {
        ClassSink sink = out.classSink();
        if (sink != null) {
            sink.writeClass(entry.represented(), entry.serializer(), out);
        } else {
            out.writeByte(KnownClasses.NAMED);
            out.writeString(entry.represented().getName());
        }
    }

    private ClassEntry entryOf(Class<?> type) {
        ClassEntry known = first;
        if (known != null && known.type() == type) {
            return known;
        }
        ClassEntry entry = serializers.entry(type, path);
        if (known == null) {
            first = entry;
        }
        return entry;
    }

    // NullAway: see write.
    @SuppressWarnings("NullAway")
    @Override
    public Object read(Input in) {
        Serializer<Object> serializer = readClass(in);
        if (serializer == null) {
            return null;
        }
        in.enter();
        Object value;
        try {
            value = serializer.read(in);
        } finally {
            in.leave();
        }
        if (!bound.isInstance(value)) {
            throw in.corrupt(
                    "a " + value.getClass().getName() + " in the place of a " + bound.getName());
        }
        return value;
    }

    /** Reads what stands for a class; null if it stands for null. */
    @Nullable Serializer<Object> readClass(Input in) {
        int tag = in.readVarInt();
        return tag == KnownClasses.NULL ? null : Serializers.untyped(serializerFor(tag, in));
    }

    private Serializer<?> serializerFor(int tag, Input in) {
        if (KnownClasses.isTag(tag)) {
            return serializers.ofTag(tag);
        }
        if (tag == KnownClasses.NAMED) {
            return ofName(in);
        }
        ClassOrigin origin = in.classOrigin();
        if (origin != null && tag == ClassSink.DEFINITION) {
            return origin.define(in);
        }
        if (origin != null && tag >= ClassSink.FIRST_CLASS) {
            return origin.defined(tag - ClassSink.FIRST_CLASS, in);
        }
        throw in.corrupt("number " + tag + " in the place of a class");
    }

    private Serializer<?> ofName(Input in) {
        String name = in.readString();
        try {
            return serializers.ofExactClass(serializers.loadClass(name));
        } catch (ClassNotFoundException | LinkageError | UnsupportedTypeException e) {
            throw new CorruptDataException(
                    "A value of class " + name + " can't be read: " + e.getMessage(), e);
        }
    }

    // NullAway: see write.
    @SuppressWarnings("NullAway")
    @Override
    public Object copy(@Nullable Object value) {
        return value == null ? null : entryOf(value.getClass()).serializer().copy(value);
    }

    @Override
    public boolean isImmutable() {
        return false;
    }

    @Override
    protected int describe(SchemaBuilder schema) {
        return schema.type(Schema.Kind.DYNAMIC, bound.getName(), bound.getName(), _ -> {});
    }
}
