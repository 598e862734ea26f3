package dev.millstream.engine.keyed;

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
import dev.millstream.engine.state.KeyGroupRange;
import dev.millstream.engine.state.KeyGroupTables;
import dev.millstream.engine.state.KeyTable;

/** Running reduction by key: each record's effect is emitted at once. */
public final class ReduceOperator extends FunctionOperator implements SelfIsolating, HashedInput {
    private final KeySelector<Object, Object> selector;
    private final ReduceFunction<Object> function;
    private final Isolation isolation;
    private final KeyAccess keys;
    private final KeyGroupTables tables;
    private final Output next;

    public ReduceOperator(
            OperatorContext context,
            KeySelector<Object, Object> selector,
            ReduceFunction<Object> function,
            KeyGroupRange range,
            Isolation isolation,
            Outputs outputs) {
        super(context, function, outputs.all());
        this.selector = selector;
        this.function = function;
        this.isolation = isolation;
        this.keys = new KeyAccess(context, selector);
        this.tables = new KeyGroupTables(range);
        this.next = outputs.main();
    }

    @Override
    public void process(Object value, long timestamp) {
        Object own = isolation.of(value);
        Object key = keyOf(own);
        update(own, timestamp, key, keys.hashOf(key));
    }

    @Override
    public void processHashed(Object value, long timestamp, int keyHash) {
        Object key = keyOf(value);
        update(value, timestamp, key, keys.confirmed(key, keyHash));
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

    private void update(Object value, long timestamp, Object key, int hash) {
        KeyTable table = tableOf(key, hash);
        int index = table.find(key, hash);
        Object result = value;
        if (index < 0) {
            table.add(keys.kept(key), hash, value);
        } else {
            result = reduce(table.value(index), value);
            table.set(index, result);
        }
        next.process(result, timestamp);
    }

    private KeyTable tableOf(Object key, int hash) {
        try {
            return tables.tableOf(key, hash);
        } catch (IllegalStateException e) {
            throw context().permanentFailure("got a record that isn't its.", e);
        }
    }

    private Object reduce(Object soFar, Object value) {
        try {
            return function.reduce(soFar, value);
        } catch (Throwable t) { // whatever a user's code throws ends the task
            throw context().userFailure(t);
        }
    }
}
