package dev.millstream.streaming.api.windowing.assigners;

import dev.millstream.streaming.api.windowing.triggers.EventTimeTrigger;
import dev.millstream.streaming.api.windowing.triggers.Trigger;
import dev.millstream.streaming.api.windowing.windows.TimeWindow;
import java.time.Duration;
import java.util.Collection;
import java.util.List;

/** Sessions in event time: a window ends when no record has come for a while. */
public class EventTimeSessionWindows extends MergingWindowAssigner<Object, TimeWindow> {
    private static final long serialVersionUID = 1L;

    private final long gapMs;

    /** From {@link #withGap}. */
    protected EventTimeSessionWindows(long gapMs) {
        this.gapMs = gapMs;
    }

    /** Sessions that end after a fixed time. */
    public static EventTimeSessionWindows withGap(Duration gap) {
        return new EventTimeSessionWindows(WindowTimes.positiveMs("gap", gap));
    }

    /** Sessions that end after a time that each of their records says. */
    public static <T> DynamicEventTimeSessionWindows<T> withDynamicGap(
            SessionWindowTimeGapExtractor<T> gapExtractor) {
        return new DynamicEventTimeSessionWindows<>(gapExtractor);
    }

    @Override
    public Collection<TimeWindow> assignWindows(
            Object element, long timestamp, WindowAssignerContext context) {
        long time = timestamp;
        return List.of(new TimeWindow(time, time + gapMs));
    }

    @Override
    public void mergeWindows(Collection<TimeWindow> windows, MergeCallback<TimeWindow> callback) {
        SessionMerge.merge(windows, callback);
    }

    @Override
    public Trigger<Object, TimeWindow> getDefaultTrigger() {
        return EventTimeTrigger.create();
    }

    @Override
    public boolean isEventTime() {
        return true;
    }

    @Override
    public String toString() {
        return "EventTimeSessionWindows(" + gapMs + ")";
    }
}
