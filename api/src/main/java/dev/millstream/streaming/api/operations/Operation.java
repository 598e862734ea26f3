package dev.millstream.streaming.api.operations;

import dev.millstream.api.common.eventtime.WatermarkStrategy;
import dev.millstream.api.common.functions.FilterFunction;
import dev.millstream.api.common.functions.FlatMapFunction;
import dev.millstream.api.common.functions.MapFunction;
import dev.millstream.api.common.functions.ReduceFunction;
import dev.millstream.api.connector.sink2.Sink;
import dev.millstream.api.connector.source.Source;
import dev.millstream.api.java.functions.KeySelector;
import dev.millstream.streaming.api.functions.ProcessFunction;
import dev.millstream.streaming.api.functions.co.CoFlatMapFunction;
import dev.millstream.streaming.api.functions.co.CoMapFunction;
import java.io.Serializable;

/** What one operator does, with the user's functions in it. The engine has an operator for each. */
public sealed interface Operation extends Serializable {
    /** Reads a split-based source. */
    record FromSource<T>(Source<T, ?, ?> source, WatermarkStrategy<T> watermarks)
            implements Operation {}

    record Map<I, O>(MapFunction<I, O> function) implements Operation {}

    record FlatMap<I, O>(FlatMapFunction<I, O> function) implements Operation {}

    record Filter<T>(FilterFunction<T> function) implements Operation {}

    @SuppressWarnings("AvoidCommonTypeNames") // named after its function, like all the others
    record Process<I, O>(ProcessFunction<I, O> function) implements Operation {}

    /** Running reduction by key; in batch mode only each key's final value is emitted. */
    record Reduce<T, K>(KeySelector<T, K> key, ReduceFunction<T> function) implements Operation {}

    record CoMap<A, B, O>(CoMapFunction<A, B, O> function) implements Operation {}

    record CoFlatMap<A, B, O>(CoFlatMapFunction<A, B, O> function) implements Operation {}

    record IntoSink<T>(Sink<T> sink) implements Operation {}

    /**
     * Hands records to the client, which fetches them.
     *
     * @param collectId names the stream of results within its job
     */
    record Collect(String collectId) implements Operation {}
}
