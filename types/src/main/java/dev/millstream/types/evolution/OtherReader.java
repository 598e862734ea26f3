package dev.millstream.types.evolution;

import dev.millstream.types.Input;
import dev.millstream.types.ReadingSerializer;
import dev.millstream.types.Serializer;
import java.util.Optional;

/** Reads what was, or has become, the content of something else. */
final class OtherReader extends ReadingSerializer {
    private static final int EXACT = 0;
    private static final int SUBCLASS = 1;

    private final Step.Way way;
    private final Serializer<Object> inner;
    private final Serializer<Object> dynamic;

    OtherReader(Step.Way way, Serializer<Object> inner, Serializer<Object> dynamic) {
        this.way = way;
        this.inner = inner;
        this.dynamic = dynamic;
    }

    // NullAway: what was an empty Optional is null, as a field's value may be.
    @SuppressWarnings("NullAway")
    @Override
    public Object read(Input in) {
        return switch (way) {
            case AS_SUCH -> inner.read(in);
            case INTO_OPTIONAL -> Optional.ofNullable(inner.read(in));
            case OUT_OF_OPTIONAL -> in.readBoolean() ? inner.read(in) : null;
            case WAS_OPEN -> {
                int form = in.readByte();
                yield switch (form) {
                    case EXACT -> inner.read(in);
                    case SUBCLASS -> dynamic.read(in);
                    default -> throw in.corrupt("a form " + form + " of a class");
                };
            }
        };
    }
}
