package dev.millstream.engine.keyed;

import dev.millstream.streaming.api.TimeDomain;
import dev.millstream.streaming.api.functions.ProcessFunction;
import dev.millstream.util.Collector;

/** Calls a process function on a keyed stream. */
final class PlainOneInput implements KeyedFunction {
    private final ProcessFunction<Object, Object> function;
    private final PlainOneInputCall record;
    private final PlainOneInputTimer timer;

    PlainOneInput(ProcessFunction<Object, Object> function, KeyScope scope, SideOutputs sides) {
        this.function = function;
        this.record = new PlainOneInputCall(function, scope, sides);
        this.timer = new PlainOneInputTimer(function, scope, sides);
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
