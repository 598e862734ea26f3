package dev.millstream.types.evolution;

import dev.millstream.types.Input;
import dev.millstream.types.Output;
import dev.millstream.types.record.RecordDecoder;
import dev.millstream.types.record.RecordEncoder;
import dev.millstream.types.sample.Compiled;
import dev.millstream.types.serialization.Serializers;
import org.jspecify.annotations.Nullable;

/** Writes with one version of classes, reads with another. */
final class RoundTrip {
    private RoundTrip() {}

    static @Nullable Object evolved(Compiled there, Compiled here, Object value) {
        return read(here, written(there, value));
    }

    static byte[] written(Compiled there, Object value) {
        Output out = new Output();
        new RecordEncoder(new Serializers(there)).encode(value, out);
        return out.toByteArray();
    }

    static @Nullable Object read(Compiled here, byte[] bytes) {
        return RecordDecoder.evolving(new Serializers(here)).decode(new Input(bytes));
    }
}
