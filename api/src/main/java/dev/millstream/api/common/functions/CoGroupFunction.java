package dev.millstream.api.common.functions;

import dev.millstream.util.Collector;

/** Makes any number of records of two groups of records with the same key. */
@FunctionalInterface
public interface CoGroupFunction<IN1, IN2, O> extends Function {
    /**
     * Processes two groups, one of which may be empty.
     *
     * @param out takes the results; valid during the call only
     * @throws Exception whatever goes wrong: it fails the task
     */
    void coGroup(Iterable<IN1> first, Iterable<IN2> second, Collector<O> out) throws Exception;
}
