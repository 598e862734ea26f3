package dev.millstream.streaming.api.functions.co;

import dev.millstream.api.common.functions.AbstractRichFunction;
import dev.millstream.streaming.api.TimeDomain;
import dev.millstream.streaming.api.TimerService;
import dev.millstream.util.Collector;
import dev.millstream.util.OutputTag;
import org.jspecify.annotations.Nullable;

/**
 * Makes any number of records of each record of two streams, for any number of outputs; with state
 * and timers if both are keyed. All methods run on one thread.
 */
public abstract class CoProcessFunction<IN1, IN2, OUT> extends AbstractRichFunction {
    private static final long serialVersionUID = 1L;

    /** For a record of the first stream. */
    public abstract void processElement1(IN1 value, Context ctx, Collector<OUT> out)
            throws Exception;

    /** For a record of the second stream. */
    public abstract void processElement2(IN2 value, Context ctx, Collector<OUT> out)
            throws Exception;

    /** A timer has come to its time; on keyed streams only. */
    public void onTimer(long timestamp, OnTimerContext ctx, Collector<OUT> out) throws Exception {}

    /** What is known of a record besides its value. Not static, as users name it so. */
    public abstract class Context {
        /** The record's or the timer's timestamp; null when it has none. */
        public abstract @Nullable Long timestamp();

        /** What time it is, and timers. */
        public abstract TimerService timerService();

        /** Emits to a side output. */
        public abstract <X> void output(OutputTag<X> outputTag, X value);
    }

    /** What is known of a timer. */
    public abstract class OnTimerContext extends Context {
        /** By which time it has fired. */
        public abstract TimeDomain timeDomain();
    }
}
