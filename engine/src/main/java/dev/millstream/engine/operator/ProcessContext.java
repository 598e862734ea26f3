package dev.millstream.engine.operator;

import dev.millstream.streaming.api.TimerService;
import dev.millstream.streaming.api.functions.ProcessFunction;
import dev.millstream.util.OutputTag;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** What a process function is told of the record at hand. */
final class ProcessContext extends ProcessFunction<Object, Object>.Context {
    private final TimerService time;
    private final Map<String, Output> sides;
    private long timestamp = Output.NO_TIMESTAMP;

    ProcessContext(
            ProcessFunction<Object, Object> function,
            TimerService time,
            Map<String, Output> sides) {
        function.super();
        this.time = time;
        this.sides = sides;
    }

    void timestamp(long current) {
        timestamp = current;
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
        Output side = sides.get(outputTag.getId());
        if (side != null) {
            side.process(value, timestamp);
        }
    }
}
