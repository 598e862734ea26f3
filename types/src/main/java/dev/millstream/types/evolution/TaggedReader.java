package dev.millstream.types.evolution;

import dev.millstream.types.Input;
import dev.millstream.types.ReadingSerializer;
import dev.millstream.types.Serializer;
import dev.millstream.types.WireId;
import java.util.Map;

/** Reads values of a sealed type. */
final class TaggedReader extends ReadingSerializer {
    private final String name;
    private final Map<Integer, Serializer<Object>> byTag;
    private final Serializer<Object> other;

    /**
     * @param name of the sealed type, for errors
     * @param other reads what is of none of the subtypes
     */
    TaggedReader(String name, Map<Integer, Serializer<Object>> byTag, Serializer<Object> other) {
        this.name = name;
        this.byTag = Map.copyOf(byTag);
        this.other = other;
    }

    @Override
    public Object read(Input in) {
        int tag = in.readVarInt();
        if (tag == WireId.OTHER) {
            return other.read(in);
        }
        Serializer<Object> subtype = byTag.get(tag);
        if (subtype == null) {
            throw in.corrupt("number " + tag + " of a subtype of " + name);
        }
        return subtype.read(in);
    }
}
