package dev.millstream.streaming.api.windowing.assigners;

import dev.millstream.streaming.api.windowing.triggers.EventTimeTrigger;
import dev.millstream.streaming.api.windowing.triggers.Trigger;
import dev.millstream.streaming.api.windowing.windows.TimeWindow;
import java.time.Duration;
import java.util.Collection;
import java.util.List;

/** Windows of a fixed size, one after the other, in event time. */
public class TumblingEventTimeWindows extends WindowAssigner<Object, TimeWindow> {
    private static final long serialVersionUID = 1L;

    private final long sizeMs;
    private final long offsetMs;

    /** From {@link #of}. */
    protected TumblingEventTimeWindows(long sizeMs, long offsetMs) {
        this.sizeMs = sizeMs;
        this.offsetMs = offsetMs;
    }

    /** Windows that start at multiples of their size since 1970, in UTC. */
    public static TumblingEventTimeWindows of(Duration size) {
        return of(size, Duration.ZERO);
    }

    /**
     * Windows that start at multiples of their size, plus an offset: days in China, eight hours
     * ahead of UTC, are {@code of(ofDays(1), ofHours(-8))}.
     */
    public static TumblingEventTimeWindows of(Duration size, Duration offset) {
        long sizeMs = WindowTimes.positiveMs("size", size);
        return new TumblingEventTimeWindows(sizeMs, WindowTimes.offsetMs(offset, sizeMs));
    }

    /** Milliseconds. */
    public long getSize() {
        return sizeMs;
    }

    /** Milliseconds. Ours. */
    public long getOffset() {
        return offsetMs;
    }

    @Override
    public Collection<TimeWindow> assignWindows(
            Object element, long timestamp, WindowAssignerContext context) {
        long start = TimeWindow.getWindowStartWithOffset(timestamp, offsetMs, sizeMs);
        return List.of(new TimeWindow(start, start + sizeMs));
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
        return "TumblingEventTimeWindows(" + sizeMs + ")";
    }
}
