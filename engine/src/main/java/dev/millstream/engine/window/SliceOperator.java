package dev.millstream.engine.window;

import dev.millstream.api.java.functions.KeySelector;
import dev.millstream.engine.failure.TaskException;
import dev.millstream.engine.operator.HashedInput;
import dev.millstream.engine.operator.Isolation;
import dev.millstream.engine.operator.KeyAccess;
import dev.millstream.engine.operator.Operator;
import dev.millstream.engine.operator.OperatorContext;
import dev.millstream.engine.operator.Outputs;
import dev.millstream.engine.operator.SelfIsolating;
import dev.millstream.engine.state.KeyGroupRange;
import dev.millstream.engine.window.contents.Contents;
import dev.millstream.engine.window.table.Accumulators;
import dev.millstream.engine.window.table.PaneTable;
import dev.millstream.streaming.api.operations.Partial;
import dev.millstream.types.key.StableHash;

/**
 * Windows of event time at regular distances, which are emitted when event time has come to their
 * end. Each record is added to one table, that of its slice, if slices can be merged; else to one
 * for each of its windows. A template for class copies.
 */
public final class SliceOperator extends Operator implements SelfIsolating, HashedInput {
    private final KeySelector<Object, Object> selector;
    private final Contents contents;
    private final Accumulators accumulators;
    private final Isolation isolation;
    private final KeyAccess keys;
    private final KeyGroupRange range;
    private final Slices slices;
    private final Panes panes;
    private final PaneFiring firing;
    private final SliceStates states;
    private final EventTime eventTime;
    private final LateRecords late;
    private final MissingTime missing;
    private final UserFunctions functions;
    private final long latenessMs;

    /** Records with timestamps from here ... */
    private long from = Long.MAX_VALUE;

    /** ... to before here go to these tables: no window that they are in was emitted. */
    private long before = Long.MIN_VALUE;

    private PaneTable[] targets = new PaneTable[0];

    public SliceOperator(
            OperatorContext context,
            KeySelector<Object, Object> selector,
            SliceSetup setup,
            Isolation isolation,
            Outputs outputs) {
        super(context, outputs.all());
        this.selector = selector;
        this.contents = setup.contents();
        this.accumulators = setup.accumulators();
        this.isolation = isolation;
        this.keys = new KeyAccess(context, selector);
        this.range = setup.range();
        this.slices = new Slices(setup.grid());
        this.panes = new Panes(slices, setup.shared(), PaneTable::ofReceived);
        this.eventTime = setup.eventTime();
        this.latenessMs = setup.latenessMs();
        this.firing = new PaneFiring(panes, setup.loops(), eventTime, latenessMs);
        this.states = setup.states();
        this.late = setup.late();
        this.missing = new MissingTime(context, eventTime);
        this.functions = setup.functions();
    }

    @Override
    public void open() {
        functions.open(context().scope().runtime());
    }

    @Override
    public void process(Object value, long timestamp) {
        if (value instanceof Partial partial) {
            merge(partial, keys.hashOf(partial.key()));
            return;
        }
        Object own = isolation.of(value);
        Object key = keyOf(own);
        if (key instanceof Long number) {
            addLong(own, timestamp, number, StableHash.ofLong(number));
        } else {
            add(own, timestamp, key, keys.hashOf(key));
        }
    }

    @Override
    public void processHashed(Object value, long timestamp, int keyHash) {
        if (value instanceof Partial partial) {
            merge(partial, keys.confirmed(partial.key(), keyHash));
            return;
        }
        Object key = keyOf(value);
        if (key instanceof Long number) {
            addLong(value, timestamp, number, keyHash);
        } else {
            add(value, timestamp, key, keys.confirmed(key, keyHash));
        }
    }

    @Override
    public void expect(int[] keyHashes, int from, int to) {
        for (PaneTable table : targets) {
            table.expect(keyHashes, from, to);
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

    /** {@link #add} of a key that needs no box. */
    private void addLong(Object value, long timestamp, long key, int hash) {
        if ((timestamp < from || timestamp >= before) && !seek(timestamp)) {
            addLate(value, timestamp, key, hash);
            return;
        }
        PaneTable[] all = targets;
        updateLong(all[0], value, key, hash);
        for (int i = 1; i < all.length; i++) {
            updateLong(all[i], contents.unshared(value), key, hash);
        }
    }

    private void updateLong(PaneTable table, Object value, long key, int hash) {
        int index = table.findLong(key, hash);
        if (index >= 0) {
            accumulators.add(table, index, value);
        } else {
            if (!range.contains(hash)) {
                throw misled(key, hash);
            }
            Object first = accumulators.first(value);
            accumulators.prepare(table, first);
            accumulators.put(table, table.addLong(key, hash), first);
        }
    }

    private void add(Object value, long timestamp, Object key, int hash) {
        if ((timestamp < from || timestamp >= before) && !seek(timestamp)) {
            addLate(value, timestamp, key, hash);
            return;
        }
        PaneTable[] all = targets;
        update(all[0], value, key, hash);
        for (int i = 1; i < all.length; i++) {
            update(all[i], contents.unshared(value), key, hash);
        }
    }

    private void update(PaneTable table, Object value, Object key, int hash) {
        int index = table.find(key, hash);
        if (index >= 0) {
            accumulators.add(table, index, value);
        } else {
            addFirst(table, keys.kept(key), hash, accumulators.first(value));
        }
    }

    private void addFirst(PaneTable table, Object key, int hash, Object accumulator) {
        if (!range.contains(hash)) {
            throw misled(key, hash);
        }
        accumulators.prepare(table, accumulator);
        accumulators.put(table, table.add(key, hash), accumulator);
    }

    private TaskException misled(Object key, int hash) {
        return context()
                .permanentFailure(
                        "got a record that isn't its.",
                        new IllegalStateException(range.refusal(key, hash)));
    }

    /** Finds the tables of a timestamp; false if it isn't as simple as that. */
    private boolean seek(long timestamp) {
        if (timestamp == NO_TIMESTAMP) {
            throw missing.noTimestamp();
        }
        missing.watch();
        long slice = slices.sliceStart(timestamp);
        long first = slices.firstStart(slice);
        if (first > slices.lastStart(slice)
                || eventTime.hasPassed(first + slices.sizeMs() - 1, 0)) {
            return false;
        }
        targets = panes.targets(slice);
        from = slice;
        before = slice + slices.sliceMs();
        return true;
    }

    /** A record that is in no window, or in one at least that was emitted. */
    private void addLate(Object value, long timestamp, Object key, int hash) {
        long slice = slices.sliceStart(timestamp);
        long first = slices.firstStart(slice);
        long last = slices.lastStart(slice);
        if (first > last ? eventTime.hasPassed(timestamp, latenessMs) : isOver(last)) {
            late.late(value, timestamp, eventTime.getAsLong());
            return;
        }
        if (first > last) {
            return;
        }
        if (panes.isShared()) {
            update(panes.table(slice), value, key, hash);
        } else {
            for (long start = first; start <= last; start += slices.slideMs()) {
                if (!isOver(start)) {
                    update(panes.table(start), contents.unshared(value), key, hash);
                }
            }
        }
        emitAgain(first, last, key, hash);
    }

    private boolean isOver(long start) {
        return eventTime.hasPassed(start + slices.sizeMs() - 1, latenessMs);
    }

    private void emitAgain(long first, long last, Object key, int hash) {
        for (long start = first; start <= last; start += slices.slideMs()) {
            if (!isOver(start) && eventTime.hasPassed(start + slices.sizeMs() - 1, 0)) {
                firing.emitAgain(start, key, hash);
            }
        }
    }

    /** Takes records that were combined before they were sent. */
    private void merge(Partial partial, int hash) {
        long slice = partial.sliceStart();
        long first = slices.firstStart(slice);
        long last = slices.lastStart(slice);
        Object key = partial.key();
        if (isOver(last)) {
            late.drop(partial.records(), slice, eventTime.getAsLong());
            return;
        }
        missing.watch();
        PaneTable table = panes.table(slice);
        int index = table.find(key, hash);
        if (index < 0) {
            addFirst(table, key, hash, partial.accumulator());
        } else {
            accumulators.merge(table, index, partial.accumulator());
        }
        if (eventTime.hasPassed(first + slices.sizeMs() - 1, 0)) {
            emitAgain(first, last, key, hash);
        }
    }

    @Override
    public void watermark(long timestamp) {
        eventTime.advance(timestamp);
        firing.fire();
        states.expire(eventTime, latenessMs);
        from = Long.MAX_VALUE;
        before = Long.MIN_VALUE;
        super.watermark(timestamp);
    }

    @Override
    public void close() {
        functions.close();
    }
}
