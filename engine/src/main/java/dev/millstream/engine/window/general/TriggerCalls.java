package dev.millstream.engine.window.general;

import dev.millstream.api.common.state.MergingState;
import dev.millstream.api.common.state.State;
import dev.millstream.api.common.state.StateDescriptor;
import dev.millstream.engine.operator.OperatorContext;
import dev.millstream.engine.window.EventTime;
import dev.millstream.streaming.api.windowing.triggers.Trigger;
import dev.millstream.streaming.api.windowing.triggers.TriggerResult;
import dev.millstream.streaming.api.windowing.windows.Window;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Asks the trigger about one window at a time. */
final class TriggerCalls implements Trigger.OnMergeContext {
    private final OperatorContext context;
    private final Trigger<Object, Window> trigger;
    private final EventTime eventTime;
    private final TimerQueue eventTimers;
    private final ProcessingTimers processingTimers;
    private @Nullable WindowEntry current;
    private List<WindowEntry> vanishing = List.of();

    TriggerCalls(
            OperatorContext context,
            Trigger<Object, Window> trigger,
            EventTime eventTime,
            TimerQueue eventTimers,
            ProcessingTimers processingTimers) {
        this.context = context;
        this.trigger = trigger;
        this.eventTime = eventTime;
        this.eventTimers = eventTimers;
        this.processingTimers = processingTimers;
    }

    /** What the trigger is asked. */
    private interface Question {
        TriggerResult ask() throws Exception;
    }

    TriggerResult onElement(Object element, long timestamp, WindowEntry entry) {
        return ask(entry, () -> trigger.onElement(element, timestamp, entry.window, this));
    }

    TriggerResult onEventTime(long time, WindowEntry entry) {
        return ask(entry, () -> trigger.onEventTime(time, entry.window, this));
    }

    TriggerResult onProcessingTime(long time, WindowEntry entry) {
        return ask(entry, () -> trigger.onProcessingTime(time, entry.window, this));
    }

    void clear(WindowEntry entry) {
        ask(
                entry,
                () -> {
                    trigger.clear(entry.window, this);
                    return TriggerResult.CONTINUE;
                });
    }

    /** Windows have become one. */
    void onMerge(List<WindowEntry> merged, WindowEntry into) {
        vanishing = merged;
        ask(
                into,
                () -> {
                    trigger.onMerge(into.window, this);
                    return TriggerResult.CONTINUE;
                });
        vanishing = List.of();
    }

    private TriggerResult ask(WindowEntry entry, Question question) {
        current = entry;
        try {
            return question.ask();
        } catch (Throwable t) { // whatever a user's code throws ends the task
            throw context.userFailure(t);
        }
    }

    private WindowEntry entry() {
        WindowEntry entry = current;
        if (entry == null) {
            throw new IllegalStateException("A trigger's context is of use only while it is asked");
        }
        return entry;
    }

    @Override
    public long getCurrentProcessingTime() {
        return processingTimers.now();
    }

    @Override
    public long getCurrentWatermark() {
        return eventTime.getAsLong();
    }

    @Override
    public void registerProcessingTimeTimer(long time) {
        if (entry().processingTimers.add(time)) {
            processingTimers.add(time, entry());
        }
    }

    @Override
    public void registerEventTimeTimer(long time) {
        if (entry().eventTimers.add(time)) {
            eventTimers.add(time, entry());
        }
    }

    @Override
    public void deleteProcessingTimeTimer(long time) {
        entry().processingTimers.remove(time);
    }

    @Override
    public void deleteEventTimeTimer(long time) {
        entry().eventTimers.remove(time);
    }

    @Override
    public <S extends State> S getPartitionedState(StateDescriptor<S, ?> descriptor) {
        return entry().triggerStates().of(descriptor);
    }

    @Override
    public <S extends MergingState<?, ?>> void mergePartitionedState(
            StateDescriptor<S, ?> descriptor) {
        for (WindowEntry part : vanishing) {
            try {
                entry().triggerStates().merge(descriptor, part.triggerStates());
            } catch (Exception e) {
                throw context.userFailure(e);
            }
        }
    }
}
