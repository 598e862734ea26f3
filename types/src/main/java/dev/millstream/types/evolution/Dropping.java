package dev.millstream.types.evolution;

import dev.millstream.types.Input;
import dev.millstream.types.ReadingSerializer;
import dev.millstream.types.Schema;
import dev.millstream.types.Serializer;

/** Of a class that is no longer there: its values can be read past, and that is all. */
public final class Dropping extends ReadingSerializer {
    private final String className;
    private final Serializer<Object> reader;

    /**
     * Of a class as it was written.
     *
     * @param dynamic reads values of unknown class
     */
    public Dropping(Schema written, Serializer<Object> dynamic) {
        className = written.className();
        reader = new Dropped(written, dynamic).type(0);
    }

    /** The class's binary name. */
    public String className() {
        return className;
    }

    @Override
    public Object read(Input in) {
        reader.read(in);
        return DroppedReaders.VALUE;
    }
}
