package dev.millstream.streaming.api.functions.windowing;

import dev.millstream.api.common.functions.Function;
import dev.millstream.streaming.api.windowing.windows.Window;
import dev.millstream.util.Collector;

/** Makes any number of records of a complete window of a key. */
@FunctionalInterface
public interface WindowFunction<IN, OUT, KEY, W extends Window> extends Function {
    /**
     * Processes a window.
     *
     * @param input the window's records, or the one result of its reduction or aggregation
     * @param out takes the results; valid during the call only
     * @throws Exception whatever goes wrong: it fails the task
     */
    void apply(KEY key, W window, Iterable<IN> input, Collector<OUT> out) throws Exception;
}
