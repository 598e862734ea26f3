package dev.millstream.engine.co;

import dev.millstream.engine.operator.FunctionOperator;
import dev.millstream.engine.operator.OperatorContext;
import dev.millstream.engine.operator.Output;
import dev.millstream.engine.operator.Outputs;
import dev.millstream.engine.operator.SecondInput;
import dev.millstream.engine.operator.TimedCollector;
import dev.millstream.streaming.api.functions.co.CoFlatMapFunction;

/** Any number of records for each record of two inputs. */
public final class CoFlatMapOperator extends FunctionOperator implements Output, SecondInput {
    private final CoFlatMapFunction<Object, Object, Object> function;
    private final TimedCollector next;

    public CoFlatMapOperator(
            OperatorContext context,
            CoFlatMapFunction<Object, Object, Object> function,
            Outputs outputs) {
        super(context, function, outputs.all());
        this.function = function;
        this.next = TimedCollector.of(context, function, outputs.main());
    }

    @Override
    public void process(Object value, long timestamp) {
        next.timestamp(timestamp);
        try {
            function.flatMap1(value, next);
        } catch (Throwable t) { // whatever a user's code throws ends the task
            throw context().userFailure(t);
        }
    }

    @Override
    public void processSecond(Object value, long timestamp) {
        next.timestamp(timestamp);
        try {
            function.flatMap2(value, next);
        } catch (Throwable t) { // whatever a user's code throws ends the task
            throw context().userFailure(t);
        }
    }
}
