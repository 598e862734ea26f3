package dev.millstream.streaming.api.windowing.assigners;

import dev.millstream.streaming.api.windowing.triggers.Trigger;
import dev.millstream.streaming.api.windowing.windows.Window;
import java.io.Serializable;
import java.util.Collection;

/** Tells which windows a record belongs to. Used by one task's thread. */
public abstract class WindowAssigner<T, W extends Window> implements Serializable {
    private static final long serialVersionUID = 1L;

    /**
     * The windows of an element.
     *
     * @param timestamp the element's, in milliseconds since 1970; {@link Long#MIN_VALUE} if it has
     *     none
     */
    public abstract Collection<W> assignWindows(
            T element, long timestamp, WindowAssignerContext context);

    /** What decides when windows are complete, unless the program says otherwise. */
    public abstract Trigger<T, W> getDefaultTrigger();

    /** Whether windows are intervals of event time, not of the machine's time. */
    public abstract boolean isEventTime();

    /** What an assigner may ask. */
    public abstract static class WindowAssignerContext {
        /** Milliseconds since 1970, by the machine's clock. */
        public abstract long getCurrentProcessingTime();
    }
}
