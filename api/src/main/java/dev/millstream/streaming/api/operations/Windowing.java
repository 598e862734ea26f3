package dev.millstream.streaming.api.operations;

import dev.millstream.streaming.api.windowing.assigners.WindowAssigner;
import dev.millstream.streaming.api.windowing.evictors.Evictor;
import dev.millstream.streaming.api.windowing.triggers.Trigger;
import dev.millstream.util.OutputTag;
import java.io.Serializable;
import org.jspecify.annotations.Nullable;

/**
 * How a stream is cut into windows.
 *
 * @param assigner which windows a record belongs to
 * @param trigger when results are emitted; null for the assigner's own
 * @param evictor which records are not looked at; null for none
 * @param allowedLatenessMs for how long in event time a window is kept after its end
 * @param lateOutput where records go that come later than that; null: they are dropped
 */
public record Windowing(
        WindowAssigner<?, ?> assigner,
        @Nullable Trigger<?, ?> trigger,
        @Nullable Evictor<?, ?> evictor,
        long allowedLatenessMs,
        @Nullable OutputTag<?> lateOutput)
        implements Serializable {
    /** Whether windows are complete just when event time has come to their end, all at once. */
    public boolean isPlain() {
        return trigger == null && evictor == null;
    }
}
