package dev.millstream.api.common.functions;

import dev.millstream.util.Collector;

/** Makes any number of records of a pair of records that belong together. */
@FunctionalInterface
public interface FlatJoinFunction<IN1, IN2, OUT> extends Function {
    /**
     * Joins two records.
     *
     * @param out takes the results; valid during the call only
     * @throws Exception whatever goes wrong: it fails the task
     */
    void join(IN1 first, IN2 second, Collector<OUT> out) throws Exception;
}
