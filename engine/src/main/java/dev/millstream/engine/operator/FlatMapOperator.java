package dev.millstream.engine.operator;

import dev.millstream.api.common.functions.FlatMapFunction;

/** Any number of records for each record. */
public final class FlatMapOperator extends FunctionOperator implements SelfIsolating {
    private final FlatMapFunction<Object, Object> function;
    private final Isolation isolation;
    private final TimedCollector next;

    public FlatMapOperator(
            OperatorContext context,
            FlatMapFunction<Object, Object> function,
            Isolation isolation,
            Outputs outputs) {
        super(context, function, outputs.all());
        this.function = function;
        this.isolation = isolation;
        this.next = TimedCollector.of(context, function, outputs.main());
    }

    @Override
    public void process(Object value, long timestamp) {
        next.timestamp(timestamp);
        try {
            function.flatMap(isolation.of(value), next);
        } catch (Throwable t) { // whatever a user's code throws ends the task
            throw context().userFailure(t);
        }
    }
}
