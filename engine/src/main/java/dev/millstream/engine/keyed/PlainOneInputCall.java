package dev.millstream.engine.keyed;

import dev.millstream.engine.operator.Output;
import dev.millstream.streaming.api.TimerService;
import dev.millstream.streaming.api.functions.ProcessFunction;
import dev.millstream.util.OutputTag;
import org.jspecify.annotations.Nullable;

/** What a process function on a keyed stream is told of the record at hand. */
final class PlainOneInputCall extends ProcessFunction<Object, Object>.Context {
    private final KeyScope scope;
    private final SideOutputs sides;
    private long timestamp = Output.NO_TIMESTAMP;

    PlainOneInputCall(ProcessFunction<Object, Object> function, KeyScope scope, SideOutputs sides) {
        function.super();
        this.scope = scope;
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
        return scope.timers();
    }

    @Override
    public <X> void output(OutputTag<X> outputTag, X value) {
        sides.emit(outputTag, value, timestamp);
    }
}
