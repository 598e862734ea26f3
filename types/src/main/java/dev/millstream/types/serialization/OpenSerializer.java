package dev.millstream.types.serialization;

import dev.millstream.types.Input;
import dev.millstream.types.Output;
import dev.millstream.types.Schema;
import dev.millstream.types.SchemaBuilder;
import dev.millstream.types.Serializer;
import dev.millstream.types.model.FormerNames;
import dev.millstream.types.model.ResolvedType;

/**
 * Of a class that isn't final: a byte says whether the value is of exactly this class, else the
 * value goes with its class.
 */
final class OpenSerializer extends Serializer<Object> {
    private static final int EXACT = 0;
    private static final int SUBCLASS = 1;

    private final ResolvedType type;
    private final Serializer<Object> exact;
    private final Serializer<Object> dynamic;

    OpenSerializer(ResolvedType type, Serializer<Object> exact, Serializer<Object> dynamic) {
        this.type = type;
        this.exact = exact;
        this.dynamic = dynamic;
    }

    @Override
    public void write(Object value, Output out) {
        if (value.getClass() == type.raw()) {
            out.writeByte(EXACT);
            exact.write(value, out);
        } else {
            out.writeByte(SUBCLASS);
            dynamic.write(value, out);
        }
    }

    @Override
    public Object read(Input in) {
        int form = in.readByte();
        return switch (form) {
            case EXACT -> exact.read(in);
            case SUBCLASS -> dynamic.read(in);
            default -> throw in.corrupt("a form " + form + " of " + type);
        };
    }

    @Override
    public Object copy(Object value) {
        return value.getClass() == type.raw() ? exact.copy(value) : dynamic.copy(value);
    }

    @Override
    public boolean isImmutable() {
        return false;
    }

    @Override
    protected int describe(SchemaBuilder schema) {
        return schema.type(
                Schema.Kind.OPEN,
                type.toString(),
                type.raw().getName(),
                members -> {
                    members.formerly(FormerNames.of(type.raw()));
                    members.add("exact", exact);
                });
    }
}
