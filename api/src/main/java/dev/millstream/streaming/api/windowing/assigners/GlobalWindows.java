package dev.millstream.streaming.api.windowing.assigners;

import dev.millstream.streaming.api.windowing.triggers.Trigger;
import dev.millstream.streaming.api.windowing.triggers.TriggerResult;
import dev.millstream.streaming.api.windowing.windows.GlobalWindow;
import java.util.Collection;
import java.util.List;

/** One window for all records of a key. It is never complete: give it a trigger. */
public class GlobalWindows extends WindowAssigner<Object, GlobalWindow> {
    private static final long serialVersionUID = 1L;

    private final boolean atEndOfStream;

    private GlobalWindows(boolean atEndOfStream) {
        this.atEndOfStream = atEndOfStream;
    }

    /** A window that only a trigger completes. */
    public static GlobalWindows create() {
        return new GlobalWindows(false);
    }

    /** A window that is complete when the input ends. */
    public static GlobalWindows createWithEndOfStreamTrigger() {
        return new GlobalWindows(true);
    }

    @Override
    public Collection<GlobalWindow> assignWindows(
            Object element, long timestamp, WindowAssignerContext context) {
        return List.of(GlobalWindow.get());
    }

    @Override
    public Trigger<Object, GlobalWindow> getDefaultTrigger() {
        return atEndOfStream ? new EndOfStreamTrigger() : new NeverTrigger();
    }

    @Override
    public boolean isEventTime() {
        return false;
    }

    @Override
    public String toString() {
        return "GlobalWindows()";
    }

    /** Never fires. */
    private static class NeverTrigger extends Trigger<Object, GlobalWindow> {
        private static final long serialVersionUID = 1L;

        @Override
        public TriggerResult onElement(
                Object element, long timestamp, GlobalWindow window, TriggerContext ctx) {
            return TriggerResult.CONTINUE;
        }

        @Override
        public TriggerResult onProcessingTime(long time, GlobalWindow window, TriggerContext ctx) {
            return TriggerResult.CONTINUE;
        }

        @Override
        public TriggerResult onEventTime(long time, GlobalWindow window, TriggerContext ctx) {
            return TriggerResult.CONTINUE;
        }

        @Override
        public void clear(GlobalWindow window, TriggerContext ctx) {}
    }

    /** Fires when event time ends. */
    private static final class EndOfStreamTrigger extends NeverTrigger {
        private static final long serialVersionUID = 1L;

        @Override
        public TriggerResult onElement(
                Object element, long timestamp, GlobalWindow window, TriggerContext ctx) {
            ctx.registerEventTimeTimer(Long.MAX_VALUE);
            return TriggerResult.CONTINUE;
        }

        @Override
        public TriggerResult onEventTime(long time, GlobalWindow window, TriggerContext ctx) {
            return time == Long.MAX_VALUE ? TriggerResult.FIRE_AND_PURGE : TriggerResult.CONTINUE;
        }
    }
}
