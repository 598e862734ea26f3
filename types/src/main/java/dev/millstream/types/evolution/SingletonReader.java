package dev.millstream.types.evolution;

import dev.millstream.types.Input;
import dev.millstream.types.ReadingSerializer;
import dev.millstream.types.Serializer;

/** Reads a class that had fields, and of which there is one object without any now. */
final class SingletonReader extends ReadingSerializer {
    private final Serializer<Object> dropped;
    private final Object constant;

    SingletonReader(Serializer<Object> dropped, Object constant) {
        this.dropped = dropped;
        this.constant = constant;
    }

    @Override
    public Object read(Input in) {
        dropped.read(in);
        return constant;
    }
}
