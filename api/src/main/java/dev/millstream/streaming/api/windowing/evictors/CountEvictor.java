package dev.millstream.streaming.api.windowing.evictors;

import dev.millstream.streaming.api.windowing.windows.Window;
import dev.millstream.streaming.runtime.operators.windowing.TimestampedValue;
import java.util.Iterator;

/** Keeps so many of the last records. */
public class CountEvictor<W extends Window> implements Evictor<Object, W> {
    private static final long serialVersionUID = 1L;

    private final long maxCount;

    private final boolean doEvictAfter;

    private CountEvictor(long maxCount, boolean doEvictAfter) {
        this.maxCount = maxCount;
        this.doEvictAfter = doEvictAfter;
    }

    /** Removes before the window's function is called. */
    public static <W extends Window> CountEvictor<W> of(long maxCount) {
        return of(maxCount, false);
    }

    /** Removes before or after the window's function is called. */
    public static <W extends Window> CountEvictor<W> of(long maxCount, boolean doEvictAfter) {
        return new CountEvictor<>(maxCount, doEvictAfter);
    }

    @Override
    public void evictBefore(
            Iterable<TimestampedValue<Object>> elements,
            int size,
            W window,
            EvictorContext evictorContext) {
        if (!doEvictAfter) {
            evict(elements, size);
        }
    }

    @Override
    public void evictAfter(
            Iterable<TimestampedValue<Object>> elements,
            int size,
            W window,
            EvictorContext evictorContext) {
        if (doEvictAfter) {
            evict(elements, size);
        }
    }

    private void evict(Iterable<TimestampedValue<Object>> elements, int size) {
        long surplus = size - maxCount;
        Iterator<TimestampedValue<Object>> iterator = elements.iterator();
        for (long i = 0; i < surplus && iterator.hasNext(); i++) {
            iterator.next();
            iterator.remove();
        }
    }

    @Override
    public String toString() {
        return "CountEvictor(" + maxCount + ")";
    }
}
