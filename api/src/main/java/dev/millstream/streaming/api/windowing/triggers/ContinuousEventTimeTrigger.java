package dev.millstream.streaming.api.windowing.triggers;

import dev.millstream.api.common.functions.ReduceFunction;
import dev.millstream.api.common.state.ReducingState;
import dev.millstream.api.common.state.ReducingStateDescriptor;
import dev.millstream.streaming.api.windowing.windows.Window;
import java.time.Duration;
import org.jspecify.annotations.Nullable;

/** Fires again and again, at a fixed interval of event time, and at the end of the window. */
public class ContinuousEventTimeTrigger<W extends Window> extends Trigger<Object, W> {
    private static final long serialVersionUID = 1L;

    private final long intervalMs;

    /** Of the window at hand: when it fires next. */
    private final ReducingStateDescriptor<Long> next =
            new ReducingStateDescriptor<>(
                    "fire-time", (ReduceFunction<Long>) Math::min, Long.class);

    private ContinuousEventTimeTrigger(long intervalMs) {
        this.intervalMs = intervalMs;
    }

    /** Fires at multiples of the interval. */
    public static <W extends Window> ContinuousEventTimeTrigger<W> of(Duration interval) {
        return new ContinuousEventTimeTrigger<>(Intervals.positiveMs(interval));
    }

    @Override
    public TriggerResult onElement(Object element, long timestamp, W window, TriggerContext ctx)
            throws Exception {
        if (window.maxTimestamp() <= ctx.getCurrentWatermark()) {
            return TriggerResult.FIRE;
        }
        ctx.registerEventTimeTimer(window.maxTimestamp());
        if (ctx.getPartitionedState(next).get() == null) {
            schedule(timestamp - Math.floorMod(timestamp, intervalMs), window, ctx);
        }
        return TriggerResult.CONTINUE;
    }

    @Override
    public TriggerResult onEventTime(long time, W window, TriggerContext ctx) throws Exception {
        if (time == window.maxTimestamp()) {
            return TriggerResult.FIRE;
        }
        return fired(time, window, ctx);
    }

    @Override
    public TriggerResult onProcessingTime(long time, W window, TriggerContext ctx)
            throws Exception {
        return TriggerResult.CONTINUE;
    }

    private TriggerResult fired(long time, W window, TriggerContext ctx) throws Exception {
        ReducingState<Long> state = ctx.getPartitionedState(next);
        @Nullable Long expected = state.get();
        if (expected == null || expected != time) {
            return TriggerResult.CONTINUE;
        }
        state.clear();
        schedule(time, window, ctx);
        return TriggerResult.FIRE;
    }

    private void schedule(long after, W window, TriggerContext ctx) throws Exception {
        long time = Math.min(after + intervalMs, window.maxTimestamp());
        ctx.getPartitionedState(next).add(time);
        ctx.registerEventTimeTimer(time);
    }

    @Override
    public void clear(W window, TriggerContext ctx) throws Exception {
        ReducingState<Long> state = ctx.getPartitionedState(next);
        @Nullable Long expected = state.get();
        if (expected != null) {
            ctx.deleteEventTimeTimer(expected);
            state.clear();
        }
        ctx.deleteEventTimeTimer(window.maxTimestamp());
    }

    @Override
    public boolean canMerge() {
        return true;
    }

    @Override
    public void onMerge(W window, OnMergeContext ctx) throws Exception {
        ctx.mergePartitionedState(next);
        @Nullable Long expected = ctx.getPartitionedState(next).get();
        if (expected != null) {
            ctx.registerEventTimeTimer(expected);
        }
        if (window.maxTimestamp() > ctx.getCurrentWatermark()) {
            ctx.registerEventTimeTimer(window.maxTimestamp());
        }
    }

    @Override
    public String toString() {
        return "ContinuousEventTimeTrigger(" + intervalMs + ")";
    }
}
