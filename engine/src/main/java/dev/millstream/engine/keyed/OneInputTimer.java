package dev.millstream.engine.keyed;

import dev.millstream.engine.operator.Output;
import dev.millstream.streaming.api.TimeDomain;
import dev.millstream.streaming.api.TimerService;
import dev.millstream.streaming.api.functions.KeyedProcessFunction;
import dev.millstream.util.OutputTag;
import org.jspecify.annotations.Nullable;

/** What a keyed process function is told of the timer at hand. */
final class OneInputTimer extends KeyedProcessFunction<Object, Object, Object>.OnTimerContext {
    private final KeyScope scope;
    private final SideOutputs sides;
    private long timestamp = Output.NO_TIMESTAMP;
    private TimeDomain domain = TimeDomain.EVENT_TIME;

    OneInputTimer(
            KeyedProcessFunction<Object, Object, Object> function,
            KeyScope scope,
            SideOutputs sides) {
        function.super();
        this.scope = scope;
        this.sides = sides;
    }

    void at(long time, TimeDomain newDomain) {
        timestamp = time;
        domain = newDomain;
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

    @Override
    public TimeDomain timeDomain() {
        return domain;
    }

    @Override
    public Object getCurrentKey() {
        return scope.currentKey();
    }
}
