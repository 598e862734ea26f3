package dev.millstream.streaming.api.datastream;

import dev.millstream.api.common.functions.AggregateFunction;
import dev.millstream.api.common.functions.ReduceFunction;
import dev.millstream.api.common.typeinfo.TypeExtractor;
import dev.millstream.api.common.typeinfo.TypeInformation;
import dev.millstream.api.java.functions.FieldUpdate;
import dev.millstream.api.java.functions.KeySelector;
import dev.millstream.streaming.api.functions.aggregation.FieldFold;
import dev.millstream.streaming.api.functions.windowing.ProcessWindowFunction;
import dev.millstream.streaming.api.functions.windowing.WindowFunction;
import dev.millstream.streaming.api.operations.Operation;
import dev.millstream.streaming.api.operations.WindowContents;
import dev.millstream.streaming.api.operations.WindowResult;
import dev.millstream.streaming.api.windowing.assigners.WindowAssigner;
import dev.millstream.streaming.api.windowing.evictors.Evictor;
import dev.millstream.streaming.api.windowing.triggers.Trigger;
import dev.millstream.streaming.api.windowing.windows.Window;
import dev.millstream.util.OutputTag;
import java.time.Duration;

/** The records of each key, cut into windows. */
public class WindowedStream<T, K, W extends Window> {
    private final KeyedStream<T, K> input;
    private final WindowSetup setup;

    /** From {@code window}. */
    public WindowedStream(KeyedStream<T, K> input, WindowAssigner<? super T, W> windowAssigner) {
        this.input = input;
        this.setup = new WindowSetup(windowAssigner);
    }

    /** Says when results are emitted, instead of the assigner. */
    public WindowedStream<T, K, W> trigger(Trigger<? super T, ? super W> trigger) {
        setup.trigger(trigger);
        return this;
    }

    /** Removes records from a window before or after its function is called. */
    public WindowedStream<T, K, W> evictor(Evictor<? super T, ? super W> evictor) {
        setup.evictor(evictor);
        return this;
    }

    /** How long in event time a window is kept after its end, for late records. */
    public WindowedStream<T, K, W> allowedLateness(Duration lateness) {
        setup.allowedLateness(lateness);
        return this;
    }

    /** Where records go that are too late for all of their windows, instead of being dropped. */
    public WindowedStream<T, K, W> sideOutputLateData(OutputTag<T> outputTag) {
        setup.lateOutput(outputTag);
        return this;
    }

    /** Combines the records of each window. */
    public SingleOutputStreamOperator<T> reduce(ReduceFunction<T> function) {
        return operator(
                "Reduce",
                new WindowContents.Reduced<>(function),
                new WindowResult.Plain(),
                input.getType());
    }

    /** Combines the records of each window, for a function that sees the result. */
    public <R> SingleOutputStreamOperator<R> reduce(
            ReduceFunction<T> reduceFunction, WindowFunction<T, R, K, W> function) {
        return reduce(
                reduceFunction,
                function,
                collected(function, WindowFunction.class, input.getType()));
    }

    /** Combines the records of each window, for a function that sees the result. */
    public <R> SingleOutputStreamOperator<R> reduce(
            ReduceFunction<T> reduceFunction,
            WindowFunction<T, R, K, W> function,
            TypeInformation<R> resultType) {
        return operator(
                "Reduce",
                new WindowContents.Reduced<>(reduceFunction),
                new WindowResult.Applied<>(function),
                resultType);
    }

    /** Combines the records of each window, for a function that sees the result. */
    public <R> SingleOutputStreamOperator<R> reduce(
            ReduceFunction<T> reduceFunction, ProcessWindowFunction<T, R, K, W> function) {
        return reduce(
                reduceFunction,
                function,
                declared(function, ProcessWindowFunction.class, input.getType()));
    }

    /** Combines the records of each window, for a function that sees the result. */
    public <R> SingleOutputStreamOperator<R> reduce(
            ReduceFunction<T> reduceFunction,
            ProcessWindowFunction<T, R, K, W> function,
            TypeInformation<R> resultType) {
        return operator(
                "Reduce",
                new WindowContents.Reduced<>(reduceFunction),
                new WindowResult.Processed<>(function),
                resultType);
    }

    /** Adds up the records of each window. */
    public <ACC, R> SingleOutputStreamOperator<R> aggregate(AggregateFunction<T, ACC, R> function) {
        return operator(
                "Aggregate",
                new WindowContents.Aggregated<>(function),
                new WindowResult.Plain(),
                resultOf(function));
    }

    /** Adds up the records of each window. */
    public <ACC, R> SingleOutputStreamOperator<R> aggregate(
            AggregateFunction<T, ACC, R> function,
            TypeInformation<ACC> accType,
            TypeInformation<R> resultType) {
        return aggregate(function).returns(resultType);
    }

    /** Adds up the records of each window, for a function that sees the result. */
    public <ACC, V, R> SingleOutputStreamOperator<R> aggregate(
            AggregateFunction<T, ACC, V> aggFunction, WindowFunction<V, R, K, W> windowFunction) {
        return operator(
                "Aggregate",
                new WindowContents.Aggregated<>(aggFunction),
                new WindowResult.Applied<>(windowFunction),
                collected(windowFunction, WindowFunction.class, resultOf(aggFunction)));
    }

    /** Adds up the records of each window, for a function that sees the result. */
    public <ACC, V, R> SingleOutputStreamOperator<R> aggregate(
            AggregateFunction<T, ACC, V> aggFunction,
            WindowFunction<V, R, K, W> windowFunction,
            TypeInformation<ACC> accumulatorType,
            TypeInformation<R> resultType) {
        return aggregate(aggFunction, windowFunction).returns(resultType);
    }

    /** Adds up the records of each window, for a function that sees the result. */
    public <ACC, V, R> SingleOutputStreamOperator<R> aggregate(
            AggregateFunction<T, ACC, V> aggFunction,
            ProcessWindowFunction<V, R, K, W> windowFunction) {
        return operator(
                "Aggregate",
                new WindowContents.Aggregated<>(aggFunction),
                new WindowResult.Processed<>(windowFunction),
                declared(windowFunction, ProcessWindowFunction.class, resultOf(aggFunction)));
    }

    /** Adds up the records of each window, for a function that sees the result. */
    public <ACC, V, R> SingleOutputStreamOperator<R> aggregate(
            AggregateFunction<T, ACC, V> aggFunction,
            ProcessWindowFunction<V, R, K, W> windowFunction,
            TypeInformation<ACC> accumulatorType,
            TypeInformation<R> resultType) {
        return aggregate(aggFunction, windowFunction).returns(resultType);
    }

    /** What a function makes of all records of a window. */
    public <R> SingleOutputStreamOperator<R> apply(WindowFunction<T, R, K, W> function) {
        return apply(function, collected(function, WindowFunction.class, input.getType()));
    }

    /** What a function makes of all records of a window. */
    public <R> SingleOutputStreamOperator<R> apply(
            WindowFunction<T, R, K, W> function, TypeInformation<R> resultType) {
        return operator(
                "Apply",
                new WindowContents.Buffered(),
                new WindowResult.Applied<>(function),
                resultType);
    }

    /** What a function makes of all records of a window. */
    public <R> SingleOutputStreamOperator<R> process(ProcessWindowFunction<T, R, K, W> function) {
        return process(function, declared(function, ProcessWindowFunction.class, input.getType()));
    }

    /** What a function makes of all records of a window. */
    public <R> SingleOutputStreamOperator<R> process(
            ProcessWindowFunction<T, R, K, W> function, TypeInformation<R> resultType) {
        return operator(
                "Process",
                new WindowContents.Buffered(),
                new WindowResult.Processed<>(function),
                resultType);
    }

    private Aggregations<T> aggregations() {
        return new Aggregations<>(input.getTransformation());
    }

    private SingleOutputStreamOperator<T> folded(String name, ReduceFunction<T> function) {
        return operator(
                name,
                FieldFold.of(function, input.getType().getTypeClass())
                        .<WindowContents>map(WindowContents.Aggregated::new)
                        .orElseGet(() -> new WindowContents.Reduced<>(function)),
                new WindowResult.Plain(),
                input.getType());
    }

    /** Adds up a field by position: of a tuple, a record, or 0 for a number itself. */
    public SingleOutputStreamOperator<T> sum(int positionToSum) {
        return sum(Integer.toString(positionToSum));
    }

    /** Adds up a field by name; the other fields are those of the window's first record. */
    public SingleOutputStreamOperator<T> sum(String field) {
        return folded("Sum", aggregations().sum(field));
    }

    /** Adds up a field by a reference to its accessor, such as {@code Word::count}. Ours. */
    public <N extends Number> SingleOutputStreamOperator<T> sum(KeySelector<T, N> accessor) {
        return sum(aggregations().property("sum", accessor));
    }

    /** Adds up what one function reads and the other one exchanges. Ours. */
    public <N extends Number> SingleOutputStreamOperator<T> sum(
            KeySelector<T, N> getter, FieldUpdate<T, N> update) {
        return folded("Sum", aggregations().sum(getter, update));
    }

    /** The lowest value of a field; the other fields are those of the window's first record. */
    public SingleOutputStreamOperator<T> min(int positionToMin) {
        return min(Integer.toString(positionToMin));
    }

    /** The lowest value of a field; the other fields are those of the window's first record. */
    public SingleOutputStreamOperator<T> min(String field) {
        return folded("Min", aggregations().extremum("min", field, false));
    }

    /** The lowest value of a field, by a reference to its accessor. Ours. */
    public <C extends Comparable<? super C>> SingleOutputStreamOperator<T> min(
            KeySelector<T, C> accessor) {
        return min(aggregations().property("min", accessor));
    }

    /** The record with the lowest value of a field; the first of several. */
    public SingleOutputStreamOperator<T> minBy(int positionToMinBy) {
        return minBy(Integer.toString(positionToMinBy), true);
    }

    /** The record with the lowest value of a field; the first of several. */
    public SingleOutputStreamOperator<T> minBy(String field) {
        return minBy(field, true);
    }

    /** The record with the lowest value of a field; the first or the last of several. */
    public SingleOutputStreamOperator<T> minBy(int positionToMinBy, boolean first) {
        return minBy(Integer.toString(positionToMinBy), first);
    }

    /** The record with the lowest value of a field; the first or the last of several. */
    public SingleOutputStreamOperator<T> minBy(String field, boolean first) {
        return folded("Min By", aggregations().extremeRecord("minBy", field, false, first));
    }

    /** The highest value of a field; the other fields are those of the window's first record. */
    public SingleOutputStreamOperator<T> max(int positionToMax) {
        return max(Integer.toString(positionToMax));
    }

    /** The highest value of a field; the other fields are those of the window's first record. */
    public SingleOutputStreamOperator<T> max(String field) {
        return folded("Max", aggregations().extremum("max", field, true));
    }

    /** The highest value of a field, by a reference to its accessor. Ours. */
    public <C extends Comparable<? super C>> SingleOutputStreamOperator<T> max(
            KeySelector<T, C> accessor) {
        return max(aggregations().property("max", accessor));
    }

    /** The record with the highest value of a field; the first of several. */
    public SingleOutputStreamOperator<T> maxBy(int positionToMaxBy) {
        return maxBy(Integer.toString(positionToMaxBy), true);
    }

    /** The record with the highest value of a field; the first of several. */
    public SingleOutputStreamOperator<T> maxBy(String field) {
        return maxBy(field, true);
    }

    /** The record with the highest value of a field; the first or the last of several. */
    public SingleOutputStreamOperator<T> maxBy(int positionToMaxBy, boolean first) {
        return maxBy(Integer.toString(positionToMaxBy), first);
    }

    /** The record with the highest value of a field; the first or the last of several. */
    public SingleOutputStreamOperator<T> maxBy(String field, boolean first) {
        return folded("Max By", aggregations().extremeRecord("maxBy", field, true, first));
    }

    private static <V, R> TypeInformation<R> declared(
            Object function, Class<?> base, TypeInformation<V> input) {
        return TypeExtractor.ofDeclared(function, base, 1, input);
    }

    private static <V, R> TypeInformation<R> collected(
            Object function, Class<?> base, TypeInformation<V> input) {
        return TypeExtractor.ofCollecting(function, base, 1, input);
    }

    private <R> TypeInformation<R> resultOf(AggregateFunction<T, ?, R> function) {
        return TypeExtractor.ofDeclared(function, AggregateFunction.class, 2, input.getType());
    }

    private <R> SingleOutputStreamOperator<R> operator(
            String what,
            WindowContents contents,
            WindowResult result,
            TypeInformation<R> resultType) {
        return input.operator(
                "Window " + what,
                new Operation.Windowed<>(
                        input.getKeySelector(),
                        input.getKeyType(),
                        setup.windowing(),
                        contents,
                        result),
                resultType);
    }
}
