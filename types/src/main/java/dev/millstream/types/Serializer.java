package dev.millstream.types;

/**
 * Turns values of one type into bytes and back. Immutable and thread-safe.
 *
 * <p>Every value takes at least one byte, so that a reader can bound what it allocates by the
 * number of bytes that are left.
 */
public abstract class Serializer<T> {
    /** Appends the value, which is not null unless the serializer says otherwise. */
    public abstract void write(T value, Output out);

    /**
     * Reads what {@link #write} has written.
     *
     * @throws CorruptDataException if the bytes can't come from this type's {@link #write}
     */
    public abstract T read(Input in);

    /**
     * Reads as many values as there are indices from {@code from} to below {@code to}, and puts
     * them there.
     *
     * @throws CorruptDataException as {@link #read}
     */
    public void readInto(Object[] values, int from, int to, Input in) {
        for (int i = from; i < to; i++) {
            values[i] = read(in);
        }
    }

    /**
     * A value that shares nothing mutable with the given one; the given one itself if it can't
     * change.
     */
    public abstract T copy(T value);

    /** Whether values of this type, and all that is reachable from them, never change. */
    public abstract boolean isImmutable();

    /** Adds this type and the types it consists of, and returns its number in the schema. */
    protected abstract int describe(SchemaBuilder schema);

    /** What is written, as data. Two serializers with equal schemas read each other's bytes. */
    public final Schema schema() {
        SchemaBuilder builder = new SchemaBuilder();
        builder.add(this);
        return builder.build();
    }

    /** The schema with the serializers of the types in it. */
    public final SchemaParts schemaParts() {
        SchemaBuilder builder = new SchemaBuilder();
        builder.add(this);
        return builder.buildParts();
    }
}
