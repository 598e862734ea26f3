package dev.millstream.engine.operator;

import dev.millstream.streaming.api.functions.ProcessFunction;

/** Any number of records for each record, for any number of outputs. */
public final class ProcessOperator extends FunctionOperator
        implements SelfIsolating, UnkeyedTimerService {
    private final ProcessFunction<Object, Object> function;
    private final ProcessContext call;
    private final Isolation isolation;
    private final TimedCollector next;

    public ProcessOperator(
            OperatorContext context,
            ProcessFunction<Object, Object> function,
            Isolation isolation,
            Outputs outputs) {
        super(context, function, outputs.all());
        this.function = function;
        this.call = new ProcessContext(function, this, outputs.sides());
        this.isolation = isolation;
        this.next = TimedCollector.of(context, function, outputs.main());
    }

    @Override
    public void process(Object value, long timestamp) {
        call.timestamp(timestamp);
        next.timestamp(timestamp);
        try {
            function.processElement(isolation.of(value), call, next);
        } catch (Throwable t) { // whatever a user's code throws ends the task
            throw context().userFailure(t);
        }
    }

    @Override
    public long currentProcessingTime() {
        return context().scope().platform().clock().wallMs();
    }

    @Override
    public long currentWatermark() {
        return lastWatermark();
    }

    @Override
    public String location() {
        return context().location();
    }
}
