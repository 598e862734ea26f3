package dev.millstream.engine.keyed;

import dev.millstream.streaming.api.TimeDomain;
import dev.millstream.streaming.api.functions.co.KeyedCoProcessFunction;
import dev.millstream.util.Collector;

/** Calls a function on two keyed streams. */
final class TwoInputs implements KeyedFunction {
    private final KeyedCoProcessFunction<Object, Object, Object, Object> function;
    private final TwoInputsCall record;
    private final TwoInputsTimer timer;

    TwoInputs(
            KeyedCoProcessFunction<Object, Object, Object, Object> function,
            KeyScope scope,
            SideOutputs sides) {
        this.function = function;
        this.record = new TwoInputsCall(function, scope, sides);
        this.timer = new TwoInputsTimer(function, scope, sides);
    }

    @Override
    public void first(Object value, long timestamp, Collector<Object> out) throws Exception {
        record.at(timestamp);
        function.processElement1(value, record, out);
    }

    @Override
    public void second(Object value, long timestamp, Collector<Object> out) throws Exception {
        record.at(timestamp);
        function.processElement2(value, record, out);
    }

    @Override
    public void timer(long time, TimeDomain domain, Collector<Object> out) throws Exception {
        timer.at(time, domain);
        function.onTimer(time, timer, out);
    }
}
