package dev.millstream.streaming.api.windowing.triggers;

import dev.millstream.api.common.functions.ReduceFunction;
import dev.millstream.api.common.state.ReducingState;
import dev.millstream.api.common.state.ReducingStateDescriptor;
import dev.millstream.streaming.api.windowing.windows.Window;
import java.util.Objects;

/** Fires each time so many records have been added to a window. */
public class CountTrigger<W extends Window> extends Trigger<Object, W> {
    private static final long serialVersionUID = 1L;

    private final long maxCount;

    private final ReducingStateDescriptor<Long> count =
            new ReducingStateDescriptor<>("count", (ReduceFunction<Long>) Long::sum, Long.class);

    private CountTrigger(long maxCount) {
        this.maxCount = maxCount;
    }

    /** Of at least one record. */
    public static <W extends Window> CountTrigger<W> of(long maxCount) {
        if (maxCount < 1) {
            throw new IllegalArgumentException(
                    "The count of a trigger must be at least 1, but is " + maxCount);
        }
        return new CountTrigger<>(maxCount);
    }

    @Override
    public TriggerResult onElement(Object element, long timestamp, W window, TriggerContext ctx)
            throws Exception {
        ReducingState<Long> state = ctx.getPartitionedState(count);
        state.add(1L);
        if (Objects.requireNonNull(state.get()) >= maxCount) {
            state.clear();
            return TriggerResult.FIRE;
        }
        return TriggerResult.CONTINUE;
    }

    @Override
    public TriggerResult onEventTime(long time, W window, TriggerContext ctx) {
        return TriggerResult.CONTINUE;
    }

    @Override
    public TriggerResult onProcessingTime(long time, W window, TriggerContext ctx) {
        return TriggerResult.CONTINUE;
    }

    @Override
    public void clear(W window, TriggerContext ctx) throws Exception {
        ctx.getPartitionedState(count).clear();
    }

    @Override
    public boolean canMerge() {
        return true;
    }

    @Override
    public void onMerge(W window, OnMergeContext ctx) {
        ctx.mergePartitionedState(count);
    }

    @Override
    public String toString() {
        return "CountTrigger(" + maxCount + ")";
    }
}
