package dev.millstream.streaming.api.functions.co;

import dev.millstream.api.common.functions.Function;
import dev.millstream.util.Collector;

/** Makes any number of records of each record of two streams. Both methods run on one thread. */
public interface CoFlatMapFunction<IN1, IN2, OUT> extends Function {
    /** For a record of the first stream. */
    void flatMap1(IN1 value, Collector<OUT> out) throws Exception;

    /** For a record of the second stream. */
    void flatMap2(IN2 value, Collector<OUT> out) throws Exception;
}
