package dev.millstream.engine.window.contents;

import dev.millstream.api.common.functions.AggregateFunction;
import dev.millstream.engine.operator.OperatorContext;
import org.jspecify.annotations.Nullable;

/** The user's accumulator of records. */
public final class AggregatedContents implements Contents {
    private final OperatorContext context;
    private final AggregateFunction<Object, Object, Object> function;

    public AggregatedContents(
            OperatorContext context, AggregateFunction<Object, Object, Object> function) {
        this.context = context;
        this.function = function;
    }

    @Override
    public Object add(@Nullable Object accumulator, Object value) {
        try {
            return function.add(
                    value, accumulator == null ? function.createAccumulator() : accumulator);
        } catch (Throwable t) { // whatever a user's code throws ends the task
            throw context.userFailure(t);
        }
    }

    @Override
    public Object merge(@Nullable Object into, Object part) {
        Object merged;
        try {
            merged = function.merge(into == null ? function.createAccumulator() : into, part);
        } catch (Throwable t) { // whatever a user's code throws ends the task
            throw context.userFailure(t);
        }
        if (merged == null) {
            throw context.userFailure(
                    new IllegalStateException(
                            "merge() of "
                                    + function.getClass().getName()
                                    + " returned null; windows that merge, such as sessions, need"
                                    + " it to combine two accumulators"));
        }
        return merged;
    }

    @Override
    public Object result(Object accumulator) {
        try {
            return function.getResult(accumulator);
        } catch (Throwable t) { // whatever a user's code throws ends the task
            throw context.userFailure(t);
        }
    }

    @Override
    public Object unshared(Object value) {
        return value;
    }
}
