package dev.millstream.engine.window;

import dev.millstream.api.java.functions.KeySelector;
import dev.millstream.engine.operator.HashedInput;
import dev.millstream.engine.operator.Isolation;
import dev.millstream.engine.operator.KeyAccess;
import dev.millstream.engine.operator.Operator;
import dev.millstream.engine.operator.OperatorContext;
import dev.millstream.engine.operator.Outputs;
import dev.millstream.engine.operator.SelfIsolating;
import dev.millstream.engine.state.KeyGroupRange;
import dev.millstream.streaming.api.operations.Partial;

/**
 * Windows of event time at regular distances, which are emitted when event time has come to their
 * end. Each record is added to one table, that of its slice, if slices can be merged; else to one
 * for each of its windows. A template for class copies.
 */
public final class SliceOperator extends Operator implements SelfIsolating, HashedInput {
    private final KeySelector<Object, Object> selector;
    private final Contents contents;
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
        this.isolation = isolation;
        this.keys = new KeyAccess(context, selector);
        this.range = setup.range();
        this.slices = new Slices(setup.grid());
        this.panes = new Panes(slices, setup.shared());
        this.eventTime = setup.eventTime();
        this.latenessMs = setup.latenessMs();
        this.firing =
                new PaneFiring(
                        panes,
                        contents,
                        setup.emitter(),
                        eventTime,
                        latenessMs,
                        context.scope().ending());
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
        add(own, timestamp, key, keys.hashOf(key));
    }

    @Override
    public void processHashed(Object value, long timestamp, int keyHash) {
        if (value instanceof Partial partial) {
            merge(partial, keys.confirmed(partial.key(), keyHash));
            return;
        }
        Object key = keyOf(value);
        add(value, timestamp, key, keys.confirmed(key, keyHash));
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
        if (index < 0) {
            checkRange(key, hash);
            table.add(keys.kept(key), hash, contents.add(null, value));
        } else {
            table.set(index, contents.add(table.accumulator(index), value));
        }
    }

    private void checkRange(Object key, int hash) {
        try {
            range.indexOf(key, hash);
        } catch (IllegalStateException e) {
            throw context().permanentFailure("got a record that isn't its.", e);
        }
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
            checkRange(key, hash);
            table.add(key, hash, partial.accumulator());
        } else {
            table.set(index, contents.merge(table.accumulator(index), partial.accumulator()));
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
