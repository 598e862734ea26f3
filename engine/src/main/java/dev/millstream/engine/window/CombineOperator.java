package dev.millstream.engine.window;

import dev.millstream.api.java.functions.KeySelector;
import dev.millstream.engine.operator.Isolation;
import dev.millstream.engine.operator.KeyAccess;
import dev.millstream.engine.operator.Operator;
import dev.millstream.engine.operator.OperatorContext;
import dev.millstream.engine.operator.Output;
import dev.millstream.engine.operator.Outputs;
import dev.millstream.engine.operator.SelfIsolating;
import dev.millstream.engine.window.table.Accumulators;
import dev.millstream.engine.window.table.PaneTable;
import dev.millstream.streaming.api.operations.Partial;
import dev.millstream.streaming.api.operations.TimeGrid;
import java.util.Map;

/**
 * Combines records of one key and slice before they are sent to the subtask that has the key. Holds
 * them no longer than to the next watermark, so that event time never overtakes them. Where there
 * is little to combine it lets records pass as they are, and tries again later. A template for
 * class copies.
 */
public final class CombineOperator extends Operator implements SelfIsolating {
    /** So many entries at most, which the processor's cache should hold. */
    private static final int MAX_ENTRIES = 1 << 15;

    /** Below so many records there is no telling whether combining helps. */
    private static final int MIN_SAMPLE = 1 << 10;

    private static final long FIRST_PAUSE = 1 << 18;
    private static final long MAX_PAUSE = 1 << 26;

    private final KeySelector<Object, Object> selector;
    private final Accumulators accumulators;
    private final Isolation isolation;
    private final KeyAccess keys;
    private final Slices slices;
    private final Panes panes;
    private final Output next;
    private final EventTime eventTime = new EventTime();
    private long from = Long.MAX_VALUE;
    private long before = Long.MIN_VALUE;
    private PaneTable target = PaneTable.ofSent(0);
    private int entries;
    private long records;

    /** So many records pass as they are. */
    private long toPass;

    private long pause = FIRST_PAUSE;

    public CombineOperator(
            OperatorContext context,
            KeySelector<Object, Object> selector,
            TimeGrid grid,
            Accumulators accumulators,
            Isolation isolation,
            Outputs outputs) {
        super(context, outputs.all());
        this.selector = selector;
        this.accumulators = accumulators;
        this.isolation = isolation;
        this.keys = new KeyAccess(context, selector);
        this.slices = new Slices(grid);
        this.panes = new Panes(slices, true, PaneTable::ofSent);
        this.next = outputs.main();
    }

    @Override
    public void process(Object value, long timestamp) {
        Object own = isolation.of(value);
        if (toPass > 0) {
            toPass--;
            next.process(own, timestamp);
            return;
        }
        if ((timestamp < from || timestamp >= before) && !seek(timestamp)) {
            next.process(own, timestamp);
            return;
        }
        Object key = keyOf(own);
        records++;
        if (key instanceof Long number) {
            combineLong(own, number);
        } else {
            combine(own, key, keys.hashOf(key));
        }
    }

    /** A key that needs no box. */
    private void combineLong(Object value, long key) {
        PaneTable table = target;
        int hash = PaneTable.ownHash(key);
        int index = table.findLong(key, hash);
        if (index >= 0) {
            table.count(index);
            accumulators.add(table, index, value);
        } else {
            Object first = accumulators.first(value);
            accumulators.prepare(table, first);
            accumulators.put(table, table.addLong(key, hash), first);
            added();
        }
    }

    private void combine(Object value, Object key, int hash) {
        PaneTable table = target;
        int index = table.find(key, hash);
        if (index >= 0) {
            table.count(index);
            accumulators.add(table, index, value);
        } else {
            Object first = accumulators.first(value);
            accumulators.prepare(table, first);
            accumulators.put(table, table.add(keys.kept(key), hash), first);
            added();
        }
    }

    private void added() {
        if (++entries >= MAX_ENTRIES) {
            flush();
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

    /** Finds the table of a timestamp; false if the record is to pass as it is. */
    private boolean seek(long timestamp) {
        if (timestamp == NO_TIMESTAMP) {
            return false;
        }
        long slice = slices.sliceStart(timestamp);
        long first = slices.firstStart(slice);
        boolean belongsNowhere = first > slices.lastStart(slice);
        if (belongsNowhere || eventTime.hasPassed(first + slices.sizeMs() - 1, 0)) {
            return false; // it is late perhaps, and if not, its windows' results are due at once
        }
        target = panes.table(slice);
        from = slice;
        before = slice + slices.sliceMs();
        return true;
    }

    private void flush() {
        for (Map.Entry<Long, PaneTable> pane : panes.all().entrySet()) {
            PaneTable table = pane.getValue();
            long start = pane.getKey();
            for (int index = 0; index < table.size(); index++) {
                next.process(
                        new Partial(
                                table.key(index),
                                start,
                                accumulators.get(table, index),
                                table.counted(index) + 1),
                        start + slices.sliceMs() - 1);
            }
        }
        while (!panes.all().isEmpty()) {
            panes.dropFirst();
        }
        from = Long.MAX_VALUE;
        before = Long.MIN_VALUE;
        decide();
    }

    /** Whether to go on combining. */
    private void decide() {
        if (records >= MIN_SAMPLE) {
            if (records < 2L * entries) {
                toPass = pause;
                pause = Math.min(MAX_PAUSE, 2 * pause);
            } else {
                pause = FIRST_PAUSE;
            }
            records = 0;
        }
        entries = 0;
    }

    @Override
    public void watermark(long timestamp) {
        flush();
        eventTime.advance(timestamp);
        super.watermark(timestamp);
    }

    @Override
    public void watermarkStatus(boolean idle) {
        flush();
        super.watermarkStatus(idle);
    }

    @Override
    public void endInput() {
        flush();
    }
}
