package dev.millstream.engine.window.general;

import dev.millstream.engine.operator.HashedInput;
import dev.millstream.engine.operator.Isolation;
import dev.millstream.engine.operator.KeyAccess;
import dev.millstream.engine.operator.Operator;
import dev.millstream.engine.operator.OperatorContext;
import dev.millstream.engine.operator.Outputs;
import dev.millstream.engine.operator.SelfIsolating;
import dev.millstream.engine.window.Emitter;
import dev.millstream.engine.window.EventTime;
import dev.millstream.engine.window.LateRecords;
import dev.millstream.engine.window.MissingTime;
import dev.millstream.engine.window.UserFunctions;
import dev.millstream.streaming.api.windowing.assigners.MergingWindowAssigner;
import dev.millstream.streaming.api.windowing.assigners.WindowAssigner;
import dev.millstream.streaming.api.windowing.evictors.Evictor;
import dev.millstream.streaming.api.windowing.triggers.TriggerResult;
import dev.millstream.streaming.api.windowing.windows.Window;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Windows of any assigner, trigger and evictor. */
public final class WindowOperator extends Operator implements SelfIsolating, HashedInput {
    private final WindowAssigner<Object, Window> assigner;
    private final @Nullable MergingWindows merging;
    private final boolean eventTimeWindows;
    private final long latenessMs;
    private final Isolation isolation;
    private final KeyAccess keys;
    private final WindowStore store;
    private final WindowBuffer buffer;
    private final Emitter emitter;
    private final EventTime eventTime;
    private final LateRecords late;
    private final MissingTime missing;
    private final UserFunctions functions;
    private final TimerQueue eventTimers = new TimerQueue();
    private final ProcessingTimers processingTimers;
    private final TriggerCalls trigger;
    private final AssignerClock clock;

    public WindowOperator(
            OperatorContext context, WindowSetup setup, Isolation isolation, Outputs outputs) {
        super(context, outputs.all());
        this.assigner = setup.assigner();
        this.merging =
                assigner instanceof MergingWindowAssigner<Object, Window> mergingAssigner
                        ? new MergingWindows(mergingAssigner)
                        : null;
        this.eventTimeWindows = assigner.isEventTime();
        this.latenessMs = setup.latenessMs();
        this.isolation = isolation;
        this.keys = setup.keys();
        this.store = setup.store();
        this.emitter = setup.emitter();
        this.eventTime = setup.eventTime();
        this.late = setup.late();
        this.missing = new MissingTime(context, eventTime);
        this.functions = setup.functions();
        Evictor<Object, Window> evictor = setup.evictor();
        this.buffer =
                evictor == null
                        ? new WindowBuffer.Direct(setup.contents(), emitter)
                        : new EvictedBuffer(context, evictor, setup.contents(), emitter, eventTime);
        this.processingTimers = new ProcessingTimers(context.scope(), this::onProcessingTime);
        this.trigger =
                new TriggerCalls(
                        context, setup.trigger(), eventTime, eventTimers, processingTimers);
        this.clock = new AssignerClock(processingTimers);
    }

    /** What assigners ask. */
    private static final class AssignerClock extends WindowAssigner.WindowAssignerContext {
        private final ProcessingTimers timers;

        AssignerClock(ProcessingTimers timers) {
            this.timers = timers;
        }

        @Override
        public long getCurrentProcessingTime() {
            return timers.now();
        }
    }

    @Override
    public void open() {
        functions.open(context().scope().runtime());
    }

    @Override
    public void process(Object value, long timestamp) {
        Object own = isolation.of(value);
        Object key = keys.keyOf(own);
        add(own, timestamp, key, keys.hashOf(key));
    }

    @Override
    public void processHashed(Object value, long timestamp, int keyHash) {
        Object key = keys.keyOf(value);
        add(value, timestamp, key, keys.confirmed(key, keyHash));
    }

    private void add(Object value, long timestamp, Object key, int hash) {
        if (eventTimeWindows) {
            if (timestamp == NO_TIMESTAMP) {
                throw missing.noTimestamp();
            }
            missing.watch();
        }
        KeyEntry entry = store.entry(key, hash);
        boolean taken = false;
        for (Window window : windowsOf(value, timestamp)) {
            taken |=
                    merging == null
                            ? addTo(entry, window, value, timestamp)
                            : addMerging(merging, entry, window, value, timestamp);
        }
        store.release(entry);
        if (!taken && eventTimeWindows && eventTime.hasPassed(timestamp, latenessMs)) {
            late.late(value, timestamp, eventTime.getAsLong());
        }
    }

    private Iterable<Window> windowsOf(Object value, long timestamp) {
        try {
            return assigner.assignWindows(value, timestamp, clock);
        } catch (Throwable t) { // whatever a user's code throws ends the task
            throw context().userFailure(t);
        }
    }

    private boolean addTo(KeyEntry key, Window window, Object value, long timestamp) {
        if (isOver(window)) {
            return false;
        }
        WindowEntry entry = key.windows.get(window);
        if (entry == null) {
            entry = newEntry(key, window);
        }
        update(entry, value, timestamp);
        return true;
    }

    private boolean addMerging(
            MergingWindows windows, KeyEntry key, Window window, Object value, long timestamp) {
        MergingWindows.Merge merge = windows.mergeOf(key, window);
        if (merge == null) {
            return addTo(key, window, value, timestamp);
        }
        if (isOver(merge.result())) {
            return false;
        }
        WindowEntry into = key.windows.get(merge.result());
        if (into == null) {
            into = newEntry(key, merge.result());
        }
        mergeInto(into, merge.existing());
        update(into, value, timestamp);
        return true;
    }

    private void mergeInto(WindowEntry into, List<WindowEntry> parts) {
        if (parts.isEmpty()) {
            return;
        }
        for (WindowEntry part : parts) {
            if (part.contents != null) {
                into.contents = buffer.merge(into.contents, part.contents);
            }
        }
        trigger.onMerge(parts, into);
        for (WindowEntry part : parts) {
            drop(part);
        }
    }

    private WindowEntry newEntry(KeyEntry key, Window window) {
        WindowEntry entry = new WindowEntry(key, window, cleanupTime(window));
        key.windows.put(window, entry);
        if (entry.cleanupTime != Long.MAX_VALUE) {
            if (eventTimeWindows) {
                eventTimers.add(entry.cleanupTime, entry);
            } else {
                processingTimers.add(entry.cleanupTime, entry);
            }
        }
        return entry;
    }

    private long cleanupTime(Window window) {
        long end = window.maxTimestamp();
        if (!eventTimeWindows) {
            return end;
        }
        long time = end + latenessMs;
        return time < end ? Long.MAX_VALUE : time;
    }

    private boolean isOver(Window window) {
        return eventTimeWindows && eventTime.hasPassed(window.maxTimestamp(), latenessMs);
    }

    private void update(WindowEntry entry, Object value, long timestamp) {
        entry.contents = buffer.add(entry.contents, value, timestamp);
        follow(trigger.onElement(value, timestamp, entry), entry);
    }

    private void follow(TriggerResult result, WindowEntry entry) {
        Object kept = entry.contents;
        if (result.isFire() && kept != null) {
            context().scope().ending().check();
            buffer.emit(entry, kept);
        }
        if (result.isPurge()) {
            entry.contents = null;
        }
    }

    private void onEventTime(TimerQueue.Timer timer) {
        WindowEntry entry = timer.entry();
        if (entry.dropped) {
            return;
        }
        if (entry.eventTimers.remove(timer.time())) {
            follow(trigger.onEventTime(timer.time(), entry), entry);
        }
        if (eventTimeWindows && timer.time() == entry.cleanupTime) {
            end(entry);
        }
    }

    private void onProcessingTime(TimerQueue.Timer timer) {
        WindowEntry entry = timer.entry();
        if (entry.dropped) {
            return;
        }
        if (entry.processingTimers.remove(timer.time())) {
            follow(trigger.onProcessingTime(timer.time(), entry), entry);
        }
        if (!eventTimeWindows && timer.time() == entry.cleanupTime) {
            end(entry);
        }
    }

    private void end(WindowEntry entry) {
        emitter.clear(entry.owner.key, entry.window);
        drop(entry);
        store.release(entry.owner);
    }

    private void drop(WindowEntry entry) {
        trigger.clear(entry);
        entry.dropped = true;
        entry.owner.windows.remove(entry.window);
    }

    @Override
    public void watermark(long timestamp) {
        eventTime.advance(timestamp);
        TimerQueue.Timer due = eventTimers.due(timestamp);
        while (due != null) {
            onEventTime(due);
            due = eventTimers.due(timestamp);
        }
        if (timestamp == Long.MAX_VALUE) {
            processingTimers.end();
        }
        super.watermark(timestamp);
    }

    @Override
    public void close() {
        functions.close();
    }
}
