package dev.millstream.engine.batch;

import dev.millstream.api.common.functions.ReduceFunction;
import dev.millstream.api.java.functions.KeySelector;
import dev.millstream.engine.operator.FunctionOperator;
import dev.millstream.engine.operator.HashedInput;
import dev.millstream.engine.operator.Isolation;
import dev.millstream.engine.operator.KeyAccess;
import dev.millstream.engine.operator.OperatorContext;
import dev.millstream.engine.operator.Output;
import dev.millstream.engine.operator.Outputs;
import dev.millstream.engine.operator.SelfIsolating;
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
public final class GroupedReduceOperator extends FunctionOperator
        implements SelfIsolating, HashedInput {
    private final KeySelector<Object, Object> selector;
    private final ReduceFunction<Object> function;
    private final Isolation isolation;
    private final KeyAccess keys;
    private final Spilling spilling;
    private final Output next;
    private @Nullable KeyGrouping grouping;

    public GroupedReduceOperator(
            OperatorContext context,
            KeySelector<Object, Object> selector,
            ReduceFunction<Object> function,
            Isolation isolation,
            Outputs outputs) {
        super(context, function, outputs.all());
        this.selector = selector;
        this.function = function;
        this.isolation = isolation;
        this.keys = new KeyAccess(context, selector);
        this.spilling = new Spilling(context);
        this.next = outputs.main();
    }

    @Override
    public void process(Object value, long timestamp) {
        Object own = isolation.of(value);
        Object key = keyOf(own);
        grouping(own).add(key, keys.hashOf(key), own, timestamp);
    }

    @Override
    public void processHashed(Object value, long timestamp, int keyHash) {
        Object key = keyOf(value);
        grouping(value).add(key, keys.confirmed(key, keyHash), value, timestamp);
    }

    private Object keyOf(Object value) {
        Object key;
        try {
            key = selector.getKey(value);
        } catch (Throwable t) { // whatever a user's code throws ends the task
            throw context().userFailure(t);
        }
        if (key == null) {
            throw keys.missing();
        }
        return key;
    }

    private KeyGrouping grouping(Object record) {
        KeyGrouping current = grouping;
        if (current == null) {
            GroupValues values = GroupValues.of(context(), function, record.getClass());
            current = new KeyGrouping(keys, values, spilling, 0);
            grouping = current;
        }
        return current;
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
            current.emit(GroupResults.to(context().scope().ending(), next));
        }
    }

    @Override
    protected void closeOwn() {
        spilling.close();
    }
}
