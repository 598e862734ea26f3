package dev.millstream.types.evolution;

import dev.millstream.types.Input;
import dev.millstream.types.ReadingSerializer;
import dev.millstream.types.Serializer;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** Stands for a reader that is being built, where a type contains itself. */
final class LateReader extends ReadingSerializer {
    private @Nullable Serializer<Object> reader;

    /** Once, before the first value. */
    void complete(Serializer<Object> built) {
        reader = built;
    }

    /** What it stands for, or itself as long as that isn't built. */
    Serializer<Object> direct() {
        Serializer<Object> built = reader;
        return built != null ? built : this;
    }

    @Override
    public Object read(Input in) {
        in.enter();
        try {
            return Objects.requireNonNull(reader).read(in);
        } finally {
            in.leave();
        }
    }
}
