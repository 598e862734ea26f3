package dev.millstream.engine.batch;

import dev.millstream.api.common.functions.ReduceFunction;
import dev.millstream.api.java.functions.KeySelector;
import dev.millstream.engine.operator.FunctionOperator;
import dev.millstream.engine.operator.Isolation;
import dev.millstream.engine.operator.KeyAccess;
import dev.millstream.engine.operator.OperatorContext;
import dev.millstream.engine.operator.Output;
import dev.millstream.engine.operator.Outputs;
import dev.millstream.engine.operator.SelfIsolating;
import org.jspecify.annotations.Nullable;

/**
 * Aggregates what one task sends to a built-in aggregate in batch mode, so that one record for each
 * key crosses. Keys whose values don't allow it, such as floating point numbers, whose sums depend
 * on the order, go through as they are. Emits what it has when its memory is full, and begins anew;
 * when that turns out to be of no use, everything goes through.
 */
public final class CombineOperator extends FunctionOperator implements SelfIsolating {
    private final KeySelector<Object, Object> selector;
    private final ReduceFunction<Object> function;
    private final Isolation isolation;
    private final KeyAccess keys;
    private final Spilling spilling;
    private final Output next;
    private @Nullable GroupValues values;
    private GroupTable table = new GroupTable();
    private SizeEstimate size;

    /** Records since the table was empty. */
    private long taken;

    private boolean useless;

    public CombineOperator(
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
        this.size = new SizeEstimate(spilling);
        this.next = outputs.main();
    }

    @Override
    public void process(Object value, long timestamp) {
        if (useless) {
            next.process(value, timestamp);
            return;
        }
        Object own = isolation.of(value);
        Object key = keyOf(own);
        int hash = keys.hashOf(key);
        taken++;
        int index = table.find(key, hash);
        if (index < 0) {
            begin(key, hash, own, timestamp);
            return;
        }
        table.keep(index, values(own).add(table.kept(index), own));
        table.timestamp(index, timestamp);
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

    private GroupValues values(Object record) {
        GroupValues known = values;
        if (known == null) {
            known = GroupValues.of(context(), function, record.getClass());
            values = known;
        }
        return known;
    }

    private void begin(Object key, int hash, Object record, long timestamp) {
        if (!CombinableValues.contain(function, record)) {
            next.process(record, timestamp);
            return;
        }
        int index = table.add(keys.kept(key), hash, values(record).first(record), timestamp);
        if (size.isFullAfter(index, key, record)) {
            useless = taken < 2L * table.size();
            emitResults();
        }
    }

    private void emitResults() {
        GroupTable full = table;
        table = new GroupTable();
        size = new SizeEstimate(spilling);
        taken = 0;
        GroupValues known = values;
        for (int index = 0; known != null && index < full.size(); index++) {
            context().scope().ending().check();
            next.process(known.result(full.kept(index)), full.timestamp(index));
        }
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
}
