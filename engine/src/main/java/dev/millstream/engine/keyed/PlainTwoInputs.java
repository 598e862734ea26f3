package dev.millstream.engine.keyed;

import dev.millstream.streaming.api.TimeDomain;
import dev.millstream.streaming.api.functions.co.CoProcessFunction;
import dev.millstream.util.Collector;

/** Calls a co-process function on keyed streams. */
final class PlainTwoInputs implements KeyedFunction {
    private final CoProcessFunction<Object, Object, Object> function;
    private final PlainTwoInputsCall record;
    private final PlainTwoInputsTimer timer;

    PlainTwoInputs(
            CoProcessFunction<Object, Object, Object> function, KeyScope scope, SideOutputs sides) {
        this.function = function;
        this.record = new PlainTwoInputsCall(function, scope, sides);
        this.timer = new PlainTwoInputsTimer(function, scope, sides);
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
