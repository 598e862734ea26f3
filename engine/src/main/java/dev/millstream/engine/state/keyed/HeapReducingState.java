package dev.millstream.engine.state.keyed;

import dev.millstream.api.common.functions.ReduceFunction;
import dev.millstream.api.common.state.ReducingState;
import dev.millstream.api.common.state.ValueState;
import org.jspecify.annotations.Nullable;

/** A value for each key, combined of those added. */
final class HeapReducingState<T> implements ReducingState<T> {
    private final ValueState<T> value;
    private final ReduceFunction<T> function;

    HeapReducingState(ValueState<T> value, ReduceFunction<T> function) {
        this.value = value;
        this.function = function;
    }

    @Override
    public @Nullable T get() {
        return value.value();
    }

    @Override
    public void add(T added) throws Exception {
        T soFar = value.value();
        value.update(soFar == null ? added : function.reduce(soFar, added));
    }

    @Override
    public void clear() {
        value.clear();
    }
}
