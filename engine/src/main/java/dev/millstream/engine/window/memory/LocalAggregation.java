package dev.millstream.engine.window.memory;

import dev.millstream.api.common.functions.AggregateFunction;
import dev.millstream.api.common.state.AggregatingState;
import dev.millstream.api.common.state.AggregatingStateDescriptor;
import org.jspecify.annotations.Nullable;

/** Values, added at once to an accumulator. */
final class LocalAggregation<IN, ACC, OUT> implements AggregatingState<IN, OUT>, LocalMerging {
    private final AggregateFunction<IN, ACC, OUT> function;
    private @Nullable ACC accumulator;

    LocalAggregation(AggregatingStateDescriptor<IN, ACC, OUT> descriptor) {
        this.function = descriptor.getAggregateFunction();
    }

    @Override
    public @Nullable OUT get() {
        return accumulator == null ? null : function.getResult(accumulator);
    }

    @Override
    public void add(IN value) {
        ACC before = accumulator;
        accumulator = function.add(value, before == null ? function.createAccumulator() : before);
    }

    @Override
    public void clear() {
        accumulator = null;
    }

    @Override
    @SuppressWarnings("unchecked") // both are the same state of two windows
    public void merge(LocalMerging other) {
        ACC more = ((LocalAggregation<IN, ACC, OUT>) other).accumulator;
        ACC before = accumulator;
        if (more != null) {
            accumulator = before == null ? more : function.merge(before, more);
        }
    }
}
