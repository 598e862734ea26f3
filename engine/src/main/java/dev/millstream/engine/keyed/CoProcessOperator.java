package dev.millstream.engine.keyed;

import dev.millstream.engine.operator.FunctionOperator;
import dev.millstream.engine.operator.OperatorContext;
import dev.millstream.engine.operator.Output;
import dev.millstream.engine.operator.Outputs;
import dev.millstream.engine.operator.SecondInput;
import dev.millstream.engine.operator.TimedCollector;
import dev.millstream.engine.operator.UnkeyedTimerService;
import dev.millstream.streaming.api.functions.co.CoProcessFunction;

/** Any number of records for each record of two inputs that are not keyed. */
public final class CoProcessOperator extends FunctionOperator
        implements Output, SecondInput, UnkeyedTimerService {
    private final CoProcessFunction<Object, Object, Object> function;
    private final UnkeyedCall call;
    private final TimedCollector next;

    public CoProcessOperator(
            OperatorContext context,
            CoProcessFunction<Object, Object, Object> function,
            Outputs outputs) {
        super(context, function, outputs.all());
        this.function = function;
        this.call = new UnkeyedCall(function, this, new SideOutputs(outputs.sides()));
        this.next = TimedCollector.of(context, function, outputs.main());
    }

    @Override
    public void process(Object value, long timestamp) {
        call.at(timestamp);
        next.timestamp(timestamp);
        try {
            function.processElement1(value, call, next);
        } catch (Throwable t) { // whatever a user's code throws ends the task
            throw context().userFailure(t);
        }
    }

    @Override
    public void processSecond(Object value, long timestamp) {
        call.at(timestamp);
        next.timestamp(timestamp);
        try {
            function.processElement2(value, call, next);
        } catch (Throwable t) { // whatever a user's code throws ends the task
            throw context().userFailure(t);
        }
    }

    @Override
    public String location() {
        return context().location();
    }

    @Override
    public long currentProcessingTime() {
        return context().scope().platform().clock().wallMs();
    }

    @Override
    public long currentWatermark() {
        return lastWatermark();
    }
}
