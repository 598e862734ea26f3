package dev.millstream.engine.co;

import dev.millstream.engine.operator.FunctionOperator;
import dev.millstream.engine.operator.OperatorContext;
import dev.millstream.engine.operator.Output;
import dev.millstream.engine.operator.Outputs;
import dev.millstream.engine.operator.SecondInput;
import dev.millstream.streaming.api.functions.co.CoMapFunction;

/** One record for each record of two inputs. */
public final class CoMapOperator extends FunctionOperator implements Output, SecondInput {
    private final CoMapFunction<Object, Object, Object> function;
    private final Output next;

    public CoMapOperator(
            OperatorContext context,
            CoMapFunction<Object, Object, Object> function,
            Outputs outputs) {
        super(context, function, outputs.all());
        this.function = function;
        this.next = outputs.main();
    }

    @Override
    public void process(Object value, long timestamp) {
        Object result;
        try {
            result = function.map1(value);
        } catch (Throwable t) { // whatever a user's code throws ends the task
            throw context().userFailure(t);
        }
        next.process(result, timestamp);
    }

    @Override
    public void processSecond(Object value, long timestamp) {
        Object result;
        try {
            result = function.map2(value);
        } catch (Throwable t) { // whatever a user's code throws ends the task
            throw context().userFailure(t);
        }
        next.process(result, timestamp);
    }
}
