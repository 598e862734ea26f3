package dev.millstream.engine.batch;

import dev.millstream.api.common.functions.ReduceFunction;
import dev.millstream.api.java.functions.KeySelector;
import dev.millstream.engine.operator.FunctionOperator;
import dev.millstream.engine.operator.KeyAccess;
import dev.millstream.engine.operator.OperatorContext;
import dev.millstream.engine.operator.Output;
import dev.millstream.engine.operator.Outputs;
import org.jspecify.annotations.Nullable;

/**
 * Reduction by key in batch mode: each key's final value is emitted at the end of the input, with
 * the timestamp of the key's last record.
 *
 * <p>Groups by hybrid hashing (DeWitt et al., "Implementation Techniques for Main Memory Database
 * Systems", 1984): keys that are in memory stay there and are reduced as their records come; once
 * the memory is full, records of other keys are spilled by their hash, and each of the spilled
 * parts is grouped in the same way afterwards. A key's records are reduced in the order of their
 * arrival in any case, and the order of the results depends on nothing but the input.
 */
public final class GroupedReduceOperator extends FunctionOperator implements Output {
    private final ReduceFunction<Object> function;
    private final KeyAccess keys;
    private final Spilling spilling;
    private final Output next;
    private @Nullable KeyGrouping grouping;

    public GroupedReduceOperator(
            OperatorContext context,
            KeySelector<Object, Object> selector,
            ReduceFunction<Object> function,
            Outputs outputs) {
        super(context, function, outputs.all());
        this.function = function;
        this.keys = new KeyAccess(context, selector);
        this.spilling = new Spilling(context);
        this.next = outputs.main();
    }

    @Override
    public void process(Object value, long timestamp) {
        KeyGrouping current = grouping;
        if (current == null) {
            current = new KeyGrouping(keys, this::reduce, spilling, 0);
            grouping = current;
        }
        current.add(value, timestamp);
    }

    /** Event time moves once in batch mode: to its end. The results come before that. */
    @Override
    public void watermark(long timestamp) {
        if (timestamp == Long.MAX_VALUE) {
            emitResults();
        }
        super.watermark(timestamp);
    }

    @Override
    public void endInput() {
        emitResults();
    }

    private void emitResults() {
        KeyGrouping current = grouping;
        grouping = null;
        if (current != null) {
            current.emit(this::emit);
        }
    }

    @Override
    protected void closeOwn() {
        spilling.close();
    }

    private Object reduce(Object soFar, Object value) {
        try {
            return function.reduce(soFar, value);
        } catch (Throwable t) { // whatever a user's code throws ends the task
            throw context().userFailure(t);
        }
    }

    private void emit(Object value, long timestamp) {
        context().scope().ending().check();
        next.process(value, timestamp);
    }
}
