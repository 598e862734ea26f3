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
import dev.millstream.engine.state.table.GroupTable;
import dev.millstream.engine.state.table.KeyKind;
import dev.millstream.engine.state.table.RowLayout;
import dev.millstream.engine.state.table.StateTable;
import dev.millstream.types.value.ValueCopier;

/** Running reduction by key: each record's effect is emitted at once. */
public final class ReduceOperator extends FunctionOperator implements SelfIsolating, HashedInput {
    private final KeySelector<Object, Object> selector;
    private final ReduceFunction<Object> function;
    private final Isolation isolation;
    private final KeyAccess keys;
    private final KeyGroupRange range;
    private final StateTable table;
    private final int field;
    private final Output next;

    public ReduceOperator(
            OperatorContext context,
            KeySelector<Object, Object> selector,
            KeyKind keyKind,
            ReduceFunction<Object> function,
            Isolation isolation,
            Outputs outputs) {
        super(context, function, outputs.all());
        this.selector = selector;
        this.function = function;
        this.isolation = isolation;
        this.keys = new KeyAccess(context, selector);
        this.range = KeyScope.rangeOf(context.scope());
        RowLayout layout = new RowLayout(keyKind, false);
        this.field = layout.addMutable(new ValueCopier(context.scope().serializers())::copy);
        this.table = new StateTable(range, layout);
        this.next = outputs.main();
    }

    @Override
    public void process(Object value, long timestamp) {
        Object own = isolation.of(value);
        Object key = keyOf(own);
        update(own, timestamp, key, keys.hashOf(key));
    }

    @Override
    public void expect(int[] keyHashes, int from, int to) {
        table.expect(keyHashes, from, to);
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
        GroupTable rows = rowsOf(key, hash);
        int row = rows.find(key, hash);
        Object result = value;
        if (row < 0) {
            row = rows.add(keys.kept(key), hash);
        } else {
            result = reduce(soFar(rows, row), value);
        }
        rows.setReference(row, field, result);
        next.process(result, timestamp);
    }

    private GroupTable rowsOf(Object key, int hash) {
        try {
            return table.group(range.indexOf(key, hash));
        } catch (IllegalStateException e) {
            throw context().permanentFailure("got a record that isn't its.", e);
        }
    }

    @SuppressWarnings("NullAway") // a row is given its value as soon as it is added
    private Object soFar(GroupTable rows, int row) {
        return rows.mutable(row, field);
    }

    private Object reduce(Object soFar, Object value) {
        try {
            return function.reduce(soFar, value);
        } catch (Throwable t) { // whatever a user's code throws ends the task
            throw context().userFailure(t);
        }
    }
}
