package dev.millstream.streaming.api.windowing.assigners;

import dev.millstream.streaming.api.windowing.windows.Window;
import java.util.Collection;

/** An assigner whose windows of one key may grow together, such as sessions. */
public abstract class MergingWindowAssigner<T, W extends Window> extends WindowAssigner<T, W> {
    private static final long serialVersionUID = 1L;

    /** Tells the callback which of the windows are to be one. */
    public abstract void mergeWindows(Collection<W> windows, MergeCallback<W> callback);

    /** Takes what is to be merged. */
    public interface MergeCallback<W> {
        /**
         * Makes one window of several.
         *
         * @param toBeMerged the windows that vanish
         * @param mergeResult the one that takes their place
         */
        void merge(Collection<W> toBeMerged, W mergeResult);
    }
}
