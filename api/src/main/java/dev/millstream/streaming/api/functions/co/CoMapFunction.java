package dev.millstream.streaming.api.functions.co;

import dev.millstream.api.common.functions.Function;

/** Makes one record of each record of two streams. Both methods run on one thread. */
public interface CoMapFunction<IN1, IN2, OUT> extends Function {
    /** For a record of the first stream. */
    OUT map1(IN1 value) throws Exception;

    /** For a record of the second stream. */
    OUT map2(IN2 value) throws Exception;
}
