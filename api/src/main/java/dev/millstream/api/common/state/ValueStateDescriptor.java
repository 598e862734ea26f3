package dev.millstream.api.common.state;

import dev.millstream.api.common.typeinfo.TypeInformation;
import org.jspecify.annotations.Nullable;

/** Describes a {@link ValueState}. */
public class ValueStateDescriptor<T> extends StateDescriptor<ValueState<T>, T> {
    private static final long serialVersionUID = 1L;

    /** What a key without a value gets; T is serialisable if it isn't null. */
    @SuppressWarnings("serial") // the user chooses T; the program's check names what can't travel
    private final @Nullable T defaultValue;

    /** Of values of a class without type parameters. */
    public ValueStateDescriptor(String name, Class<T> typeClass) {
        this(name, TypeInformation.of(typeClass));
    }

    /** Of values of any type. */
    public ValueStateDescriptor(String name, TypeInformation<T> typeInfo) {
        this(name, typeInfo, null);
    }

    /** With a value for keys that have none. */
    public ValueStateDescriptor(String name, Class<T> typeClass, @Nullable T defaultValue) {
        this(name, TypeInformation.of(typeClass), defaultValue);
    }

    /** With a value for keys that have none. */
    public ValueStateDescriptor(
            String name, TypeInformation<T> typeInfo, @Nullable T defaultValue) {
        super(name, typeInfo);
        this.defaultValue = defaultValue;
    }

    @Override
    public @Nullable T getDefaultValue() {
        return defaultValue;
    }

    @Override
    public Type getType() {
        return Type.VALUE;
    }
}
