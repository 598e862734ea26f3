package dev.millstream.streaming.api.functions.co;

import dev.millstream.api.common.functions.AbstractRichFunction;
import dev.millstream.util.Collector;
import dev.millstream.util.OutputTag;

/** Makes any number of records of a pair of records that an interval join has found. */
public abstract class ProcessJoinFunction<IN1, IN2, OUT> extends AbstractRichFunction {
    private static final long serialVersionUID = 1L;

    /**
     * Processes a pair.
     *
     * @param ctx valid during the call only
     * @param out takes the results; valid during the call only
     * @throws Exception whatever goes wrong: it fails the task
     */
    public abstract void processElement(IN1 left, IN2 right, Context ctx, Collector<OUT> out)
            throws Exception;

    /** What is known of a pair besides its records. Not static, as users name it so. */
    public abstract class Context {
        /** The left record's, in milliseconds since 1970. */
        public abstract long getLeftTimestamp();

        /** The right record's, in milliseconds since 1970. */
        public abstract long getRightTimestamp();

        /** The higher one of both, which the results have. */
        public abstract long getTimestamp();

        /** Emits to a side output. */
        public abstract <X> void output(OutputTag<X> outputTag, X value);
    }
}
