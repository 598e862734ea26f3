package dev.millstream.streaming.api.datastream;

import dev.millstream.api.common.InvalidProgramException;
import dev.millstream.api.dag.CallSite;
import dev.millstream.streaming.api.operations.Windowing;
import dev.millstream.streaming.api.windowing.assigners.MergingWindowAssigner;
import dev.millstream.streaming.api.windowing.assigners.WindowAssigner;
import dev.millstream.streaming.api.windowing.evictors.Evictor;
import dev.millstream.streaming.api.windowing.triggers.Trigger;
import dev.millstream.util.OutputTag;
import java.time.Duration;
import org.jspecify.annotations.Nullable;

/** What a program says about its windows, bit by bit, and checks of it. */
final class WindowSetup {
    private final WindowAssigner<?, ?> assigner;
    private @Nullable Trigger<?, ?> trigger;
    private @Nullable Evictor<?, ?> evictor;
    private long allowedLatenessMs;
    private @Nullable OutputTag<?> lateOutput;

    WindowSetup(WindowAssigner<?, ?> assigner) {
        this.assigner = assigner;
    }

    void trigger(Trigger<?, ?> own) {
        if (assigner instanceof MergingWindowAssigner<?, ?> && !own.canMerge()) {
            throw refused("trigger " + own + " can't be used with windows that merge");
        }
        trigger = own;
    }

    void evictor(Evictor<?, ?> own) {
        evictor = own;
    }

    void allowedLateness(Duration lateness) {
        if (lateness.isNegative()) {
            throw refused("the allowed lateness must not be negative, but is " + lateness);
        }
        allowedLatenessMs = lateness.toMillis();
    }

    void lateOutput(OutputTag<?> tag) {
        lateOutput = tag;
    }

    Windowing windowing() {
        return new Windowing(assigner, trigger, evictor, allowedLatenessMs, lateOutput);
    }

    private InvalidProgramException refused(String why) {
        return new InvalidProgramException(
                "Windows by " + assigner + " at " + CallSite.capture() + " can't work: " + why);
    }
}
