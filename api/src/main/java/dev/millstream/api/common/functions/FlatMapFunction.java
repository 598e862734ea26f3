package dev.millstream.api.common.functions;

import dev.millstream.util.Collector;

/** Makes any number of records of each record. */
@FunctionalInterface
public interface FlatMapFunction<T, O> extends Function {
    /**
     * Emits what becomes of a record.
     *
     * @param out takes the results; valid during the call only
     * @throws Exception whatever goes wrong: it fails the task
     */
    void flatMap(T value, Collector<O> out) throws Exception;
}
