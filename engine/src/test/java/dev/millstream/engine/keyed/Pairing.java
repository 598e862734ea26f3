package dev.millstream.engine.keyed;

import dev.millstream.api.common.functions.OpenContext;
import dev.millstream.api.common.state.ValueState;
import dev.millstream.api.common.state.ValueStateDescriptor;
import dev.millstream.streaming.api.functions.co.KeyedCoProcessFunction;
import dev.millstream.util.Collector;

/** Pairs what two streams have for one key. */
@SuppressWarnings("NullAway") // its fields are set by open()
final class Pairing extends KeyedCoProcessFunction<Long, Long, String, String> {
    private static final long serialVersionUID = 1L;
    private transient ValueState<Long> number;
    private transient ValueState<String> text;

    @Override
    public void open(OpenContext context) {
        var runtime = getRuntimeContext();
        number = runtime.getState(new ValueStateDescriptor<>("number", Long.class));
        text = runtime.getState(new ValueStateDescriptor<>("text", String.class));
    }

    @Override
    public void processElement1(Long value, Context ctx, Collector<String> out) {
        number.update(value);
        ctx.timerService().registerEventTimeTimer(7);
    }

    @Override
    public void processElement2(String value, Context ctx, Collector<String> out) {
        text.update(value);
        ctx.timerService().registerEventTimeTimer(7);
    }

    @Override
    public void onTimer(long timestamp, OnTimerContext ctx, Collector<String> out) {
        out.collect(ctx.getCurrentKey() + ":" + number.value() + "," + text.value());
    }
}
