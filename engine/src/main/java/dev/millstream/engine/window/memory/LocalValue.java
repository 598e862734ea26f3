package dev.millstream.engine.window.memory;

import dev.millstream.api.common.state.ValueState;
import dev.millstream.api.common.state.ValueStateDescriptor;
import org.jspecify.annotations.Nullable;

/** One value. */
final class LocalValue<T> implements ValueState<T> {
    private final ValueStateDescriptor<T> descriptor;
    private @Nullable T value;

    LocalValue(ValueStateDescriptor<T> descriptor) {
        this.descriptor = descriptor;
    }

    @Override
    public @Nullable T value() {
        return value == null ? descriptor.getDefaultValue() : value;
    }

    @Override
    public void update(@Nullable T newValue) {
        value = newValue;
    }

    @Override
    public void clear() {
        value = null;
    }
}
