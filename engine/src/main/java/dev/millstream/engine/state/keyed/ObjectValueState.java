package dev.millstream.engine.state.keyed;

import dev.millstream.api.common.state.ValueState;
import org.jspecify.annotations.Nullable;

/** An object for each key. */
final class ObjectValueState<T> implements ValueState<T> {
    private final ObjectField<T> field;
    private final @Nullable T absent;

    ObjectValueState(ObjectField<T> field, @Nullable T absent) {
        this.field = field;
        this.absent = absent;
    }

    @Override
    public @Nullable T value() {
        T value = field.get();
        return value == null ? absent : value;
    }

    @Override
    public void update(@Nullable T value) {
        if (value == null) {
            field.clear();
        } else {
            field.set(value);
        }
    }

    @Override
    public void clear() {
        field.clear();
    }
}
