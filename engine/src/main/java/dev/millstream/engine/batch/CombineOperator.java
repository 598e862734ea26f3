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
    private final RecordGroup group = new RecordGroup();
    private @Nullable Partials partials;
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
        Object key = keyOf(value);
        int hash = keys.hashOf(key);
        if (isolation.copies(value)) {
            // May change once this returns: so it is not put off, and copied only if it is kept.
            combineGroup();
            taken++;
            combine(key, hash, value, timestamp);
            return;
        }
        group.add(key, hash, value, timestamp);
        if (group.isFull()) {
            combineGroup();
        }
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

    private void combineGroup() {
        RecordGroup full = group;
        int size = full.size();
        if (size == 0) {
            return;
        }
        Partials known = partials(full.record(0));
        full.findIn(table);
        known.addFound(table, full);
        taken += size;
        for (int place = 0; place < size; place++) {
            if (full.index(place) >= 0) {
                table.timestamp(full.index(place), full.timestamp(place));
            }
        }
        for (int place = 0; place < size; place++) {
            if (full.index(place) < 0) {
                combine(
                        full.key(place),
                        full.hash(place),
                        full.record(place),
                        full.timestamp(place));
            }
        }
        full.clear();
    }

    private Partials partials(Object record) {
        Partials known = partials;
        if (known == null) {
            known = Partials.of(context(), function, record);
            partials = known;
        }
        return known;
    }

    /** One that isn't in the table, or wasn't when its group was looked up. */
    private void combine(Object key, int hash, Object record, long timestamp) {
        if (useless) {
            next.process(record, timestamp);
            return;
        }
        Partials known = partials(record);
        int index = table.find(key, hash);
        if (index < 0) {
            begin(known, key, hash, record, timestamp);
        } else if (known.add(table, index, record)) {
            table.timestamp(index, timestamp);
        } else {
            next.process(record, timestamp);
        }
    }

    private void begin(Partials known, Object key, int hash, Object record, long timestamp) {
        Object kept = known.begin(table.size(), isolation.of(record));
        if (kept == null) {
            next.process(record, timestamp);
            return;
        }
        int index = table.add(keys.kept(key), hash, kept, timestamp);
        if (size.isFullAfter(index, key, record)) {
            useless = taken < 2L * table.size();
            emitTable();
        }
    }

    private void emitResults() {
        combineGroup();
        emitTable();
    }

    private void emitTable() {
        GroupTable full = table;
        table = new GroupTable();
        size = new SizeEstimate(spilling);
        taken = 0;
        Partials known = partials;
        for (int index = 0; known != null && index < full.size(); index++) {
            context().scope().ending().check();
            next.process(known.result(full, index), full.timestamp(index));
        }
    }

    /** Event time moves once in batch mode: to its end. The results come before that. */
    @Override
    public void watermark(long timestamp) {
        combineGroup();
        if (timestamp == Long.MAX_VALUE) {
            emitTable();
        }
        super.watermark(timestamp);
    }

    @Override
    public void endInput() {
        emitResults();
    }
}
