package dev.millstream.engine.keyed;

import dev.millstream.engine.operator.Output;
import dev.millstream.streaming.api.TimerService;
import dev.millstream.streaming.api.functions.co.CoProcessFunction;
import dev.millstream.util.OutputTag;
import org.jspecify.annotations.Nullable;

/** What a co-process function on streams without keys is told of the record at hand. */
final class UnkeyedCall extends CoProcessFunction<Object, Object, Object>.Context {
    private final TimerService time;
    private final SideOutputs sides;
    private long timestamp = Output.NO_TIMESTAMP;

    UnkeyedCall(
            CoProcessFunction<Object, Object, Object> function,
            TimerService time,
            SideOutputs sides) {
        function.super();
        this.time = time;
        this.sides = sides;
    }

    void at(long newTimestamp) {
        timestamp = newTimestamp;
    }

    @Override
    public @Nullable Long timestamp() {
        return timestamp == Output.NO_TIMESTAMP ? null : timestamp;
    }

    @Override
    public TimerService timerService() {
        return time;
    }

    @Override
    public <X> void output(OutputTag<X> outputTag, X value) {
        sides.emit(outputTag, value, timestamp);
    }
}
