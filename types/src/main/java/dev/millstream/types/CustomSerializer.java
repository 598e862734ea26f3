package dev.millstream.types;

/**
 * A serializer that a user writes for a class of theirs. Needs a public constructor without
 * arguments; is immutable and thread-safe.
 */
public abstract class CustomSerializer<T> extends Serializer<T> {
    /**
     * Names the format. What was written under another name is refused, so let it change whenever
     * {@link #read} doesn't understand any more what {@link #write} has written before.
     */
    protected String format() {
        return getClass().getName();
    }

    /** Writes and reads the value; override it if there is a faster way. */
    @Override
    public T copy(T value) {
        if (isImmutable()) {
            return value;
        }
        Output out = new Output();
        write(value, out);
        return read(new Input(out.toByteArray()));
    }

    /** Values may change unless this is overridden. */
    @Override
    public boolean isImmutable() {
        return false;
    }

    @Override
    protected final int describe(SchemaBuilder schema) {
        return schema.leaf(format());
    }
}
