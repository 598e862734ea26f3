package dev.millstream.types.container;

import dev.millstream.types.Input;
import dev.millstream.types.Output;
import dev.millstream.types.Schema;
import dev.millstream.types.SchemaBuilder;
import dev.millstream.types.Serializer;
import dev.millstream.types.model.FormerNames;
import java.util.HashMap;
import java.util.Map;

/** Of enums: the constant's name. */
public final class EnumSerializer extends Serializer<Enum<?>> {
    private final Class<?> type;
    private final Enum<?>[] constants;
    // Looked up by name, never iterated.
    private final Map<String, Enum<?>> byName = new HashMap<>();

    /**
     * @throws IllegalArgumentException if the class is no enum
     */
    public EnumSerializer(Class<?> type) {
        if (!type.isEnum()) {
            throw new IllegalArgumentException(type + " is no enum");
        }
        this.type = type;
        constants = (Enum<?>[]) type.getEnumConstants();
        for (Enum<?> constant : constants) {
            byName.put(constant.name(), constant);
        }
    }

    @Override
    public void write(Enum<?> value, Output out) {
        out.writeString(value.name());
    }

    @Override
    public Enum<?> read(Input in) {
        String name = in.readString();
        Enum<?> constant = byName.get(name);
        if (constant == null) {
            throw in.corrupt("an enum constant " + type.getName() + "." + name);
        }
        return constant;
    }

    /**
     * The same, of constants that were called otherwise.
     *
     * @param renamed present names by former ones
     */
    public EnumSerializer withNames(Map<String, String> renamed) {
        EnumSerializer serializer = new EnumSerializer(type);
        renamed.forEach((former, present) -> {
            Enum<?> constant = byName.get(present);
            if (constant != null) {
                serializer.byName.putIfAbsent(former, constant);
            }
        });
        return serializer;
    }

    @Override
    public Enum<?> copy(Enum<?> value) {
        return value;
    }

    @Override
    public boolean isImmutable() {
        return true;
    }

    @Override
    protected int describe(SchemaBuilder schema) {
        return schema.type(
                Schema.Kind.ENUM,
                type.getName(),
                type.getName(),
                members -> {
                    members.formerly(FormerNames.of(type));
                    for (Enum<?> constant : constants) {
                        members.constant(constant.name(), FormerNames.ofConstant(constant));
                    }
                });
    }
}
