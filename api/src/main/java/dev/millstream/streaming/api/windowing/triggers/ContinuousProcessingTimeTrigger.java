package dev.millstream.streaming.api.windowing.triggers;

import dev.millstream.api.common.functions.ReduceFunction;
import dev.millstream.api.common.state.ReducingState;
import dev.millstream.api.common.state.ReducingStateDescriptor;
import dev.millstream.streaming.api.windowing.windows.Window;
import java.time.Duration;
import org.jspecify.annotations.Nullable;

/** Fires again and again, at a fixed interval of the machine's time. */
public class ContinuousProcessingTimeTrigger<W extends Window> extends Trigger<Object, W> {
    private static final long serialVersionUID = 1L;

    private final long intervalMs;

    /** Of the window at hand: when it fires next. */
    private final ReducingStateDescriptor<Long> next =
            new ReducingStateDescriptor<>(
                    "fire-time", (ReduceFunction<Long>) Math::min, Long.class);

    private ContinuousProcessingTimeTrigger(long intervalMs) {
        this.intervalMs = intervalMs;
    }

    /** Fires at multiples of the interval. */
    public static <W extends Window> ContinuousProcessingTimeTrigger<W> of(Duration interval) {
        return new ContinuousProcessingTimeTrigger<>(Intervals.positiveMs(interval));
    }

    @Override
    public TriggerResult onElement(Object element, long timestamp, W window, TriggerContext ctx)
            throws Exception {
        if (ctx.getPartitionedState(next).get() == null) {
            long now = ctx.getCurrentProcessingTime();
            schedule(now - Math.floorMod(now, intervalMs), window, ctx);
        }
        return TriggerResult.CONTINUE;
    }

    @Override
    public TriggerResult onEventTime(long time, W window, TriggerContext ctx) throws Exception {
        return TriggerResult.CONTINUE;
    }

    @Override
    public TriggerResult onProcessingTime(long time, W window, TriggerContext ctx)
            throws Exception {
        return fired(time, window, ctx);
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
        ctx.registerProcessingTimeTimer(time);
    }

    @Override
    public void clear(W window, TriggerContext ctx) throws Exception {
        ReducingState<Long> state = ctx.getPartitionedState(next);
        @Nullable Long expected = state.get();
        if (expected != null) {
            ctx.deleteProcessingTimeTimer(expected);
            state.clear();
        }
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
            ctx.registerProcessingTimeTimer(expected);
        }
    }

    @Override
    public String toString() {
        return "ContinuousProcessingTimeTrigger(" + intervalMs + ")";
    }
}
