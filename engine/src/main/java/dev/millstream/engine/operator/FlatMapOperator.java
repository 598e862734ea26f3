package dev.millstream.engine.operator;

import dev.millstream.api.common.functions.FlatMapFunction;

/** Any number of records for each record. */
public final class FlatMapOperator extends FunctionOperator implements Output {
    private final FlatMapFunction<Object, Object> function;
    private final OutputCollector next;

    public FlatMapOperator(
            OperatorContext context, FlatMapFunction<Object, Object> function, Outputs outputs) {
        super(context, function, outputs.all());
        this.function = function;
        this.next = new OutputCollector(context, outputs.main());
    }

    @Override
    public void process(Object value, long timestamp) {
        next.timestamp(timestamp);
        try {
            function.flatMap(value, next);
        } catch (Throwable t) { // whatever a user's code throws ends the task
            throw context().userFailure(t);
        }
    }
}
