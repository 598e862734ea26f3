package dev.millstream.streaming.api.windowing.evictors;

import dev.millstream.streaming.api.functions.windowing.delta.DeltaFunction;
import dev.millstream.streaming.api.windowing.windows.Window;
import dev.millstream.streaming.runtime.operators.windowing.TimestampedValue;
import java.util.Iterator;

/** Removes records that differ by a threshold or more from the last one. */
public class DeltaEvictor<T, W extends Window> implements Evictor<T, W> {
    private static final long serialVersionUID = 1L;

    private final double threshold;
    private final DeltaFunction<T> deltaFunction;

    private final boolean doEvictAfter;

    private DeltaEvictor(double threshold, DeltaFunction<T> deltaFunction, boolean doEvictAfter) {
        this.threshold = threshold;
        this.deltaFunction = deltaFunction;
        this.doEvictAfter = doEvictAfter;
    }

    /** Removes before the window's function is called. */
    public static <T, W extends Window> DeltaEvictor<T, W> of(
            double threshold, DeltaFunction<T> deltaFunction) {
        return of(threshold, deltaFunction, false);
    }

    /** Removes before or after the window's function is called. */
    public static <T, W extends Window> DeltaEvictor<T, W> of(
            double threshold, DeltaFunction<T> deltaFunction, boolean doEvictAfter) {
        return new DeltaEvictor<>(threshold, deltaFunction, doEvictAfter);
    }

    @Override
    public void evictBefore(
            Iterable<TimestampedValue<T>> elements,
            int size,
            W window,
            EvictorContext evictorContext) {
        if (!doEvictAfter) {
            evict(elements);
        }
    }

    @Override
    public void evictAfter(
            Iterable<TimestampedValue<T>> elements,
            int size,
            W window,
            EvictorContext evictorContext) {
        if (doEvictAfter) {
            evict(elements);
        }
    }

    private void evict(Iterable<TimestampedValue<T>> elements) {
        T last = null;
        for (TimestampedValue<T> element : elements) {
            last = element.getValue();
        }
        if (last == null) {
            return;
        }
        Iterator<TimestampedValue<T>> iterator = elements.iterator();
        while (iterator.hasNext()) {
            if (deltaFunction.getDelta(iterator.next().getValue(), last) >= threshold) {
                iterator.remove();
            }
        }
    }

    @Override
    public String toString() {
        return "DeltaEvictor(" + threshold + ")";
    }
}
