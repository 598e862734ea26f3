package dev.millstream.engine.operator;

import dev.millstream.api.common.functions.MapFunction;

/** One record for each record. */
public final class MapOperator extends FunctionOperator implements SelfIsolating {
    private final MapFunction<Object, Object> function;
    private final Isolation isolation;
    private final Output next;

    public MapOperator(
            OperatorContext context,
            MapFunction<Object, Object> function,
            Isolation isolation,
            Outputs outputs) {
        super(context, function, outputs.all());
        this.function = function;
        this.isolation = isolation;
        this.next = outputs.main();
    }

    @Override
    public void process(Object value, long timestamp) {
        Object result;
        try {
            result = function.map(isolation.of(value));
        } catch (Throwable t) { // whatever a user's code throws ends the task
            throw context().userFailure(t);
        }
        next.process(result, timestamp);
    }
}
