package dev.millstream.engine.operator;

import dev.millstream.api.common.functions.FilterFunction;

/** The records that the user's predicate accepts; it only looks at them. */
public final class FilterOperator extends FunctionOperator implements SelfIsolating {
    private final FilterFunction<Object> function;
    private final Output next;

    public FilterOperator(
            OperatorContext context, FilterFunction<Object> function, Outputs outputs) {
        super(context, function, outputs.all());
        this.function = function;
        this.next = outputs.main();
    }

    @Override
    public void process(Object value, long timestamp) {
        boolean accepted;
        try {
            accepted = function.filter(value);
        } catch (Throwable t) { // whatever a user's code throws ends the task
            throw context().userFailure(t);
        }
        if (accepted) {
            next.process(value, timestamp);
        }
    }
}
