package dev.millstream.streaming.api.functions;

import dev.millstream.api.common.functions.AbstractRichFunction;
import dev.millstream.streaming.api.TimeDomain;
import dev.millstream.streaming.api.TimerService;
import dev.millstream.util.Collector;
import dev.millstream.util.OutputTag;
import org.jspecify.annotations.Nullable;

/** Makes any number of records of each record, for any number of outputs. */
public abstract class ProcessFunction<I, O> extends AbstractRichFunction {
    private static final long serialVersionUID = 1L;

    /**
     * Processes a record.
     *
     * @param ctx valid during the call only
     * @param out takes the results; valid during the call only
     * @throws Exception whatever goes wrong: it fails the task
     */
    public abstract void processElement(I value, Context ctx, Collector<O> out) throws Exception;

    /** A timer has come to its time; on keyed streams only. */
    public void onTimer(long timestamp, OnTimerContext ctx, Collector<O> out) throws Exception {}

    /** What is known of a record besides its value. Not static, as users name it so. */
    public abstract class Context {
        /** The record's or the timer's timestamp; null when it has none. */
        public abstract @Nullable Long timestamp();

        /** What time it is. */
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
