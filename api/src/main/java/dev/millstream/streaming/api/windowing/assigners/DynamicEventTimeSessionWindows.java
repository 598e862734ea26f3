package dev.millstream.streaming.api.windowing.assigners;

import dev.millstream.streaming.api.windowing.triggers.EventTimeTrigger;
import dev.millstream.streaming.api.windowing.triggers.Trigger;
import dev.millstream.streaming.api.windowing.windows.TimeWindow;
import java.util.Collection;
import java.util.List;

/** Sessions in event time that end after a time which each of their records says. */
public class DynamicEventTimeSessionWindows<T> extends MergingWindowAssigner<T, TimeWindow> {
    private static final long serialVersionUID = 1L;

    private final SessionWindowTimeGapExtractor<T> gapExtractor;

    /** From {@link #withDynamicGap}. */
    protected DynamicEventTimeSessionWindows(SessionWindowTimeGapExtractor<T> gapExtractor) {
        this.gapExtractor = gapExtractor;
    }

    /** Sessions that end after a time which each of their records says. */
    public static <T> DynamicEventTimeSessionWindows<T> withDynamicGap(
            SessionWindowTimeGapExtractor<T> gapExtractor) {
        return new DynamicEventTimeSessionWindows<>(gapExtractor);
    }

    @Override
    public Collection<TimeWindow> assignWindows(
            T element, long timestamp, WindowAssignerContext context) {
        long gapMs = gapExtractor.extract(element);
        if (gapMs <= 0) {
            throw new IllegalArgumentException(
                    "The gap of a session must be positive, but its extractor gave " + gapMs);
        }
        long time = timestamp;
        return List.of(new TimeWindow(time, time + gapMs));
    }

    @Override
    public void mergeWindows(Collection<TimeWindow> windows, MergeCallback<TimeWindow> callback) {
        SessionMerge.merge(windows, callback);
    }

    @Override
    @SuppressWarnings("unchecked") // the trigger doesn't look at elements
    public Trigger<T, TimeWindow> getDefaultTrigger() {
        return (Trigger<T, TimeWindow>) (Trigger<?, TimeWindow>) EventTimeTrigger.create();
    }

    @Override
    public boolean isEventTime() {
        return true;
    }

    @Override
    public String toString() {
        return "DynamicEventTimeSessionWindows()";
    }
}
