package dev.millstream.engine.state.keyed;

import dev.millstream.api.common.functions.AggregateFunction;
import dev.millstream.api.common.state.AggregatingState;
import dev.millstream.api.common.state.ValueState;
import org.jspecify.annotations.Nullable;

/** An accumulator for each key. */
final class HeapAggregatingState<I, A, O> implements AggregatingState<I, O> {
    private final ValueState<A> accumulator;
    private final AggregateFunction<I, A, O> function;

    HeapAggregatingState(ValueState<A> accumulator, AggregateFunction<I, A, O> function) {
        this.accumulator = accumulator;
        this.function = function;
    }

    @Override
    public @Nullable O get() {
        A soFar = accumulator.value();
        return soFar == null ? null : function.getResult(soFar);
    }

    @Override
    public void add(I value) {
        A soFar = accumulator.value();
        accumulator.update(
                function.add(value, soFar == null ? function.createAccumulator() : soFar));
    }

    @Override
    public void clear() {
        accumulator.clear();
    }
}
