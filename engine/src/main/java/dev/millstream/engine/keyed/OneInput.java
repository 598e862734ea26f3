package dev.millstream.engine.keyed;

import dev.millstream.streaming.api.TimeDomain;
import dev.millstream.streaming.api.functions.KeyedProcessFunction;
import dev.millstream.util.Collector;

/** Calls a keyed process function. */
final class OneInput implements KeyedFunction {
    private final KeyedProcessFunction<Object, Object, Object> function;
    private final OneInputCall record;
    private final OneInputTimer timer;

    OneInput(
            KeyedProcessFunction<Object, Object, Object> function,
            KeyScope scope,
            SideOutputs sides) {
        this.function = function;
        this.record = new OneInputCall(function, scope, sides);
        this.timer = new OneInputTimer(function, scope, sides);
    }

    @Override
    public void first(Object value, long timestamp, Collector<Object> out) throws Exception {
        record.at(timestamp);
        function.processElement(value, record, out);
    }

    @Override
    public void second(Object value, long timestamp, Collector<Object> out) throws Exception {
        throw new IllegalStateException("The function has one input");
    }

    @Override
    public void timer(long time, TimeDomain domain, Collector<Object> out) throws Exception {
        timer.at(time, domain);
        function.onTimer(time, timer, out);
    }
}
