package dev.millstream.engine.window.contents;

import dev.millstream.api.common.functions.ReduceFunction;
import dev.millstream.engine.operator.OperatorContext;
import dev.millstream.types.value.ValueCopier;
import org.jspecify.annotations.Nullable;

/** The reduction of records. */
public final class ReducedContents implements Contents {
    private final OperatorContext context;
    private final ReduceFunction<Object> function;
    private final ValueCopier copier;

    /** Whether accumulators live on after their result was asked for. */
    private final boolean retained;

    public ReducedContents(
            OperatorContext context, ReduceFunction<Object> function, boolean retained) {
        this.context = context;
        this.function = function;
        this.copier = new ValueCopier(context.scope().serializers());
        this.retained = retained;
    }

    @Override
    public Object add(@Nullable Object accumulator, Object value) {
        if (accumulator == null) {
            return value;
        }
        try {
            return function.reduce(accumulator, value);
        } catch (Throwable t) { // whatever a user's code throws ends the task
            throw context.userFailure(t);
        }
    }

    @Override
    public Object merge(@Nullable Object into, Object part) {
        return add(into, copier.copy(part));
    }

    @Override
    public Object result(Object accumulator) {
        return retained ? copier.copy(accumulator) : accumulator;
    }

    @Override
    public Object unshared(Object value) {
        return copier.copy(value);
    }
}
