package dev.millstream.types.evolution;

import dev.millstream.types.Input;
import dev.millstream.types.ReadingSerializer;
import dev.millstream.types.Serializer;
import java.util.function.Function;

/** Reads a value of one type and makes one of another of it. */
final class ConvertedReader extends ReadingSerializer {
    private final Serializer<Object> written;
    private final Function<Object, Object> conversion;

    ConvertedReader(Serializer<Object> written, Function<Object, Object> conversion) {
        this.written = written;
        this.conversion = conversion;
    }

    @Override
    public Object read(Input in) {
        return conversion.apply(written.read(in));
    }
}
