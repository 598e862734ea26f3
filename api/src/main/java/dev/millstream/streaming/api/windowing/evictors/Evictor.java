package dev.millstream.streaming.api.windowing.evictors;

import dev.millstream.streaming.api.windowing.windows.Window;
import dev.millstream.streaming.runtime.operators.windowing.TimestampedValue;
import java.io.Serializable;

/** Removes records from a window when its trigger has fired. Used by one task's thread. */
public interface Evictor<T, W extends Window> extends Serializable {
    /**
     * Called before the window's function.
     *
     * @param elements the window's records in the order of their arrival; removed through its
     *     iterator
     * @param size how many there are
     */
    void evictBefore(
            Iterable<TimestampedValue<T>> elements,
            int size,
            W window,
            EvictorContext evictorContext);

    /** Called after the window's function. */
    void evictAfter(
            Iterable<TimestampedValue<T>> elements,
            int size,
            W window,
            EvictorContext evictorContext);

    /** What an evictor may ask. */
    interface EvictorContext {
        /** Milliseconds since 1970, by the machine's clock. */
        long getCurrentProcessingTime();

        /** How far event time has come; {@link Long#MIN_VALUE} before the first watermark. */
        long getCurrentWatermark();
    }
}
