package dev.millstream.streaming.api.windowing.evictors;

import dev.millstream.streaming.api.windowing.windows.Window;
import dev.millstream.streaming.runtime.operators.windowing.TimestampedValue;
import java.time.Duration;
import java.util.Iterator;

/** Keeps records that are not older than a time before the newest one. */
public class TimeEvictor<W extends Window> implements Evictor<Object, W> {
    private static final long serialVersionUID = 1L;

    private final long windowSizeMs;

    private final boolean doEvictAfter;

    private TimeEvictor(long windowSizeMs, boolean doEvictAfter) {
        this.windowSizeMs = windowSizeMs;
        this.doEvictAfter = doEvictAfter;
    }

    /** Removes before the window's function is called. */
    public static <W extends Window> TimeEvictor<W> of(Duration windowSize) {
        return of(windowSize, false);
    }

    /** Removes before or after the window's function is called. */
    public static <W extends Window> TimeEvictor<W> of(Duration windowSize, boolean doEvictAfter) {
        return new TimeEvictor<>(windowSize.toMillis(), doEvictAfter);
    }

    @Override
    public void evictBefore(
            Iterable<TimestampedValue<Object>> elements,
            int size,
            W window,
            EvictorContext evictorContext) {
        if (!doEvictAfter) {
            evict(elements);
        }
    }

    @Override
    public void evictAfter(
            Iterable<TimestampedValue<Object>> elements,
            int size,
            W window,
            EvictorContext evictorContext) {
        if (doEvictAfter) {
            evict(elements);
        }
    }

    private void evict(Iterable<TimestampedValue<Object>> elements) {
        long newest = Long.MIN_VALUE;
        for (TimestampedValue<Object> element : elements) {
            newest = Math.max(newest, element.getTimestamp());
        }
        if (newest == Long.MIN_VALUE) {
            return; // without timestamps there is no telling what is old
        }
        long oldest = newest - windowSizeMs;
        Iterator<TimestampedValue<Object>> iterator = elements.iterator();
        while (iterator.hasNext()) {
            if (iterator.next().getTimestamp() <= oldest) {
                iterator.remove();
            }
        }
    }

    @Override
    public String toString() {
        return "TimeEvictor(" + windowSizeMs + ")";
    }
}
