package dev.millstream.types.serialization;

import dev.millstream.types.Input;
import dev.millstream.types.Output;
import dev.millstream.types.Schema;
import dev.millstream.types.SchemaBuilder;
import dev.millstream.types.Serializer;
import dev.millstream.types.WireId;
import dev.millstream.types.model.FormerNames;
import dev.millstream.types.model.ResolvedType;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Of a sealed type: a number stands for the subtype. It is the subtype's {@link WireId} or else
 * follows from its class name, so that neither adding nor reordering subtypes changes it.
 */
final class SealedSerializer extends Serializer<Object> {
    private final ResolvedType type;
    private final boolean immutable;
    private final Serializer<Object> other;
    private List<Option> options = List.of();
    // Looked up, never iterated.
    private final Map<Class<?>, Option> byClass = new HashMap<>();
    private final Map<Integer, Option> byTag = new HashMap<>();

    /** A subtype. */
    record Option(Class<?> type, int tag, Serializer<Object> serializer) {}

    /**
     * @param other writes what is of none of the options
     */
    SealedSerializer(ResolvedType type, boolean immutable, Serializer<Object> other) {
        this.type = type;
        this.immutable = immutable;
        this.other = other;
    }

    /** What stands for a subtype. */
    static int tag(Class<?> subtype) {
        WireId id = subtype.getAnnotation(WireId.class);
        if (id == null) {
            return hashOfName(subtype.getName());
        }
        if (id.value() < 0 || id.value() > WireId.MAX) {
            throw new IllegalArgumentException(
                    "@WireId of " + subtype.getName() + " is not within 0 and " + WireId.MAX);
        }
        return id.value();
    }

    // FNV-1a (Fowler, Noll, Vo) over the characters, kept off the range of explicit ids.
    private static int hashOfName(String name) {
        int hash = 0x811C9DC5;
        for (int i = 0; i < name.length(); i++) {
            hash = (hash ^ name.charAt(i)) * 0x01000193;
        }
        return hash | 1 << 24;
    }

    /** The subtypes: once, before the first value. */
    void options(List<Option> newOptions) {
        options = List.copyOf(newOptions);
        for (Option option : options) {
            byClass.put(option.type(), option);
            Option clash = byTag.put(option.tag(), option);
            if (clash != null) {
                throw new IllegalArgumentException(
                        "Two subtypes of "
                                + type.raw().getName()
                                + " have the same number "
                                + option.tag()
                                + " on the wire: "
                                + clash.type().getName()
                                + " and "
                                + option.type().getName()
                                + ". Give each a @WireId of its own");
            }
        }
    }

    private @Nullable Option optionOf(Object value) {
        return byClass.get(
                value instanceof Enum<?> constant
                        ? constant.getDeclaringClass()
                        : value.getClass());
    }

    @Override
    public void write(Object value, Output out) {
        Option option = optionOf(value);
        if (option == null) {
            out.writeVarInt(WireId.OTHER);
            other.write(value, out);
        } else {
            out.writeVarInt(option.tag());
            option.serializer().write(value, out);
        }
    }

    @Override
    public Object read(Input in) {
        int tag = in.readVarInt();
        if (tag == WireId.OTHER) {
            return other.read(in);
        }
        Option option = byTag.get(tag);
        if (option == null) {
            throw in.corrupt("number " + tag + " of a subtype of " + type.raw().getName());
        }
        return option.serializer().read(in);
    }

    @Override
    public Object copy(Object value) {
        if (immutable) {
            return value;
        }
        Option option = optionOf(value);
        return option == null ? other.copy(value) : option.serializer().copy(value);
    }

    @Override
    public boolean isImmutable() {
        return immutable;
    }

    @Override
    protected int describe(SchemaBuilder schema) {
        return schema.type(
                Schema.Kind.SEALED,
                type.toString(),
                type.raw().getName(),
                members -> {
                    members.formerly(FormerNames.of(type.raw()));
                    for (Option option : options) {
                        members.add(option.type().getName(), option.tag(), option.serializer());
                    }
                });
    }
}
