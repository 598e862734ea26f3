package dev.millstream.types;

/** Reads what an earlier form of a type has written. Nothing is written in that form any more. */
public abstract class ReadingSerializer extends Serializer<Object> {
    @Override
    public final void write(Object value, Output out) {
        throw onlyReads();
    }

    @Override
    public final Object copy(Object value) {
        throw onlyReads();
    }

    @Override
    public final boolean isImmutable() {
        return false;
    }

    @Override
    protected final int describe(SchemaBuilder schema) {
        throw onlyReads();
    }

    private static IllegalStateException onlyReads() {
        return new IllegalStateException("What was written in an earlier form is only read");
    }
}
