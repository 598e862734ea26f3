package dev.millstream.streaming.api.windowing.assigners;

import dev.millstream.streaming.api.windowing.triggers.ProcessingTimeTrigger;
import dev.millstream.streaming.api.windowing.triggers.Trigger;
import dev.millstream.streaming.api.windowing.windows.TimeWindow;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;

/** Windows of a fixed size, each a fixed time after the one before, in processing time. */
public class SlidingProcessingTimeWindows extends WindowAssigner<Object, TimeWindow> {
    private static final long serialVersionUID = 1L;

    private final long sizeMs;
    private final long slideMs;
    private final long offsetMs;

    /** From {@link #of}. */
    protected SlidingProcessingTimeWindows(long sizeMs, long slideMs, long offsetMs) {
        this.sizeMs = sizeMs;
        this.slideMs = slideMs;
        this.offsetMs = offsetMs;
    }

    /** Windows that start at multiples of the slide since 1970, in UTC. */
    public static SlidingProcessingTimeWindows of(Duration size, Duration slide) {
        return of(size, slide, Duration.ZERO);
    }

    /** Windows that start at multiples of the slide, plus an offset. */
    public static SlidingProcessingTimeWindows of(Duration size, Duration slide, Duration offset) {
        long slideMs = WindowTimes.positiveMs("slide", slide);
        return new SlidingProcessingTimeWindows(
                WindowTimes.positiveMs("size", size),
                slideMs,
                WindowTimes.offsetMs(offset, slideMs));
    }

    /** Milliseconds. */
    public long getSize() {
        return sizeMs;
    }

    /** Milliseconds. */
    public long getSlide() {
        return slideMs;
    }

    /** Milliseconds. Ours. */
    public long getOffset() {
        return offsetMs;
    }

    @Override
    public Collection<TimeWindow> assignWindows(
            Object element, long timestamp, WindowAssignerContext context) {
        long time = context.getCurrentProcessingTime();
        List<TimeWindow> windows = new ArrayList<>((int) (sizeMs / slideMs) + 1);
        long last = TimeWindow.getWindowStartWithOffset(time, offsetMs, slideMs);
        for (long start = last; start > time - sizeMs; start -= slideMs) {
            windows.add(new TimeWindow(start, start + sizeMs));
        }
        return windows;
    }

    @Override
    public Trigger<Object, TimeWindow> getDefaultTrigger() {
        return ProcessingTimeTrigger.create();
    }

    @Override
    public boolean isEventTime() {
        return false;
    }

    @Override
    public String toString() {
        return "SlidingProcessingTimeWindows(" + sizeMs + ", " + slideMs + ")";
    }
}
