package dev.millstream.streaming.api.windowing.triggers;

import dev.millstream.api.common.state.MergingState;
import dev.millstream.api.common.state.State;
import dev.millstream.api.common.state.StateDescriptor;
import dev.millstream.streaming.api.windowing.windows.Window;
import java.io.Serializable;

/**
 * Decides when a window's result is emitted. Keeps what it remembers in state, as one trigger
 * serves all keys and windows of a task. Used by the task's thread.
 */
public abstract class Trigger<T, W extends Window> implements Serializable {
    private static final long serialVersionUID = 1L;

    /**
     * A record was added to a window.
     *
     * @param timestamp the element's, in milliseconds since 1970
     */
    public abstract TriggerResult onElement(T element, long timestamp, W window, TriggerContext ctx)
            throws Exception;

    /** A timer of the machine's time, which this trigger has set for the window, is due. */
    public abstract TriggerResult onProcessingTime(long time, W window, TriggerContext ctx)
            throws Exception;

    /** A timer of event time, which this trigger has set for the window, is due. */
    public abstract TriggerResult onEventTime(long time, W window, TriggerContext ctx)
            throws Exception;

    /** Whether it can be used with windows that merge. */
    public boolean canMerge() {
        return false;
    }

    /** Several windows have become this one. Called only if {@link #canMerge} says so. */
    public void onMerge(W window, OnMergeContext ctx) throws Exception {
        throw new UnsupportedOperationException(
                getClass().getName() + " can't be used with windows that merge");
    }

    /** The window ends: state and timers of this trigger are to be removed. */
    public abstract void clear(W window, TriggerContext ctx) throws Exception;

    /** What a trigger can do for a window at hand. */
    public interface TriggerContext {
        /** Milliseconds since 1970, by the machine's clock. */
        long getCurrentProcessingTime();

        /** How far event time has come; {@link Long#MIN_VALUE} before the first watermark. */
        long getCurrentWatermark();

        /** Calls {@link Trigger#onProcessingTime} when the machine's clock is there. */
        void registerProcessingTimeTimer(long time);

        /** Calls {@link Trigger#onEventTime} when the watermark is there. */
        void registerEventTimeTimer(long time);

        /** Does nothing if there is no such timer. */
        void deleteProcessingTimeTimer(long time);

        /** Does nothing if there is no such timer. */
        void deleteEventTimeTimer(long time);

        /** State of the key and window at hand. */
        <S extends State> S getPartitionedState(StateDescriptor<S, ?> stateDescriptor);
    }

    /** What a trigger can do while windows merge. */
    public interface OnMergeContext extends TriggerContext {
        /** Merges the state of the windows that vanish into that of the new one. */
        <S extends MergingState<?, ?>> void mergePartitionedState(
                StateDescriptor<S, ?> stateDescriptor);
    }
}
