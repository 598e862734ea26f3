package dev.millstream.streaming.api.datastream;

import dev.millstream.api.common.InvalidProgramException;
import dev.millstream.api.common.functions.FilterFunction;
import dev.millstream.api.common.functions.FlatMapFunction;
import dev.millstream.api.common.functions.MapFunction;
import dev.millstream.api.common.functions.ReduceFunction;
import dev.millstream.api.common.functions.RichFunction;
import dev.millstream.api.common.typeinfo.TypeExtractor;
import dev.millstream.api.common.typeinfo.TypeInformation;
import dev.millstream.api.dag.CallSite;
import dev.millstream.api.dag.Transformation;
import dev.millstream.api.java.functions.FieldUpdate;
import dev.millstream.api.java.functions.KeySelector;
import dev.millstream.streaming.api.functions.KeyedProcessFunction;
import dev.millstream.streaming.api.functions.ProcessFunction;
import dev.millstream.streaming.api.operations.Operation;
import dev.millstream.streaming.api.operations.Partitioning;
import dev.millstream.streaming.api.transformations.PartitionTransformation;
import dev.millstream.streaming.api.windowing.assigners.GlobalWindows;
import dev.millstream.streaming.api.windowing.assigners.WindowAssigner;
import dev.millstream.streaming.api.windowing.evictors.CountEvictor;
import dev.millstream.streaming.api.windowing.triggers.CountTrigger;
import dev.millstream.streaming.api.windowing.triggers.PurgingTrigger;
import dev.millstream.streaming.api.windowing.windows.GlobalWindow;
import dev.millstream.streaming.api.windowing.windows.Window;
import dev.millstream.types.key.StableHash;
import dev.millstream.types.value.Immutability;
import java.util.List;

/**
 * A stream whose records of one key come to one subtask. Results are running ones: one for each
 * record; in batch mode, one for each key.
 */
public class KeyedStream<T, KEY> extends DataStream<T> {
    private final KeySelector<T, KEY> keySelector;
    private final TypeInformation<KEY> keyType;

    private KeyedStream(
            DataStream<T> input,
            PartitionTransformation<T> partitioned,
            KeySelector<T, KEY> keySelector,
            TypeInformation<KEY> keyType) {
        super(input.getExecutionEnvironment(), partitioned);
        this.keySelector = keySelector;
        this.keyType = keyType;
    }

    static <T, K> KeyedStream<T, K> of(
            DataStream<T> input, KeySelector<T, K> keySelector, TypeInformation<K> keyType) {
        checkKey(input.getTransformation(), keyType);
        warnOfChanges(input, keyType);
        return new KeyedStream<>(
                input,
                input.partitioned(new Partitioning.Hash<>(keySelector)),
                keySelector,
                keyType);
    }

    private static void checkKey(Transformation<?> input, TypeInformation<?> keyType) {
        if (keyType.isKnown()) {
            StableHash.unsupportedReason(keyType.getTypeClass())
                    .ifPresent(reason -> {
                        throw new InvalidProgramException(
                                "Records of operator "
                                        + input
                                        + " can't be keyed at "
                                        + CallSite.capture()
                                        + " by a "
                                        + keyType
                                        + ", which has no stable hash: "
                                        + reason);
                    });
        }
    }

    // A class that is hashed by its content is copied with it; only the class knows what else it
    // hashes.
    private static void warnOfChanges(DataStream<?> input, TypeInformation<?> keyType) {
        Class<?> key = keyType.getTypeClass();
        if (keyType.isKnown()
                && !key.isInterface()
                && !StableHash.isStructural(key)
                && !Immutability.isDeeplyImmutable(key)) {
            input.getExecutionEnvironment()
                    .addWarning(
                            "Records of operator "
                                    + input.getTransformation()
                                    + " are keyed at "
                                    + CallSite.capture()
                                    + " by a "
                                    + keyType
                                    + ", whose objects can change: once one has, its hashCode"
                                    + " finds its state no more. Make it a record of components"
                                    + " that can't change");
        }
    }

    /** Extracts the keys. */
    public KeySelector<T, KEY> getKeySelector() {
        return keySelector;
    }

    /** Of the keys, as far as it is known. */
    public TypeInformation<KEY> getKeyType() {
        return keyType;
    }

    /** Any number of records for each record, with state and timers by key. */
    public <R> SingleOutputStreamOperator<R> process(
            KeyedProcessFunction<KEY, T, R> keyedProcessFunction) {
        return process(
                keyedProcessFunction,
                TypeExtractor.ofKeyedProcess(keyedProcessFunction, keyType, getType()));
    }

    /** Any number of records for each record, with state and timers by key. */
    public <R> SingleOutputStreamOperator<R> process(
            KeyedProcessFunction<KEY, T, R> keyedProcessFunction, TypeInformation<R> outputType) {
        return operator(
                "Keyed Process",
                keyed(new Operation.KeyedProcess<>(keyedProcessFunction)),
                outputType);
    }

    /** Any number of records for each record, with state and timers by key. */
    @Override
    public <R> SingleOutputStreamOperator<R> process(
            ProcessFunction<T, R> processFunction, TypeInformation<R> outputType) {
        return operator("Process", keyed(new Operation.Process<>(processFunction)), outputType);
    }

    /** One record for each record; rich functions have state by key. */
    @Override
    public <R> SingleOutputStreamOperator<R> map(
            MapFunction<T, R> mapper, TypeInformation<R> outputType) {
        return mapper instanceof RichFunction
                ? operator("Map", keyed(new Operation.Map<>(mapper)), outputType)
                : super.map(mapper, outputType);
    }

    /** Any number of records for each record; rich functions have state by key. */
    @Override
    public <R> SingleOutputStreamOperator<R> flatMap(
            FlatMapFunction<T, R> flatMapper, TypeInformation<R> outputType) {
        return flatMapper instanceof RichFunction
                ? operator("Flat Map", keyed(new Operation.FlatMap<>(flatMapper)), outputType)
                : super.flatMap(flatMapper, outputType);
    }

    /** The records for which the filter says so; rich functions have state by key. */
    @Override
    public SingleOutputStreamOperator<T> filter(FilterFunction<T> filter) {
        return filter instanceof RichFunction
                ? operator("Filter", keyed(new Operation.Filter<>(filter)), getType())
                : super.filter(filter);
    }

    private Operation keyed(Operation operation) {
        return new Operation.Keyed<>(List.of(keySelector), keyType, operation);
    }

    /** Cuts the records of each key into windows. */
    public <W extends Window> WindowedStream<T, KEY, W> window(
            WindowAssigner<? super T, W> assigner) {
        return new WindowedStream<>(this, assigner);
    }

    /** Windows of so many records of a key. */
    public WindowedStream<T, KEY, GlobalWindow> countWindow(long size) {
        return window(GlobalWindows.create()).trigger(PurgingTrigger.of(CountTrigger.of(size)));
    }

    /** Windows of the last records of a key, each time so many have come. */
    public WindowedStream<T, KEY, GlobalWindow> countWindow(long size, long slide) {
        return window(GlobalWindows.create())
                .evictor(CountEvictor.of(size))
                .trigger(CountTrigger.of(slide));
    }

    /** Pairs records with those of another stream that have the same key and happened close by. */
    public <T1> IntervalJoin<T, T1, KEY> intervalJoin(KeyedStream<T1, KEY> otherStream) {
        return new IntervalJoin<>(this, otherStream);
    }

    /** Combines the records of each key. */
    public SingleOutputStreamOperator<T> reduce(ReduceFunction<T> reducer) {
        return reduce("Keyed Reduce", reducer);
    }

    private SingleOutputStreamOperator<T> reduce(String name, ReduceFunction<T> reducer) {
        return operator(name, new Operation.Reduce<>(keySelector, keyType, reducer), getType());
    }

    private Aggregations<T> aggregations() {
        return new Aggregations<>(getTransformation());
    }

    /** Adds up a field by position: of a tuple, a record, or 0 for a number itself. */
    public SingleOutputStreamOperator<T> sum(int positionToSum) {
        return sum(Integer.toString(positionToSum));
    }

    /** Adds up a field by name, such as {@code count}, {@code f1} or {@code order.amount}. */
    public SingleOutputStreamOperator<T> sum(String field) {
        return reduce("Keyed Sum", aggregations().sum(field));
    }

    /** Adds up a field by a reference to its accessor, such as {@code Word::count}. Ours. */
    public <N extends Number> SingleOutputStreamOperator<T> sum(KeySelector<T, N> accessor) {
        return sum(aggregations().property("sum", accessor));
    }

    /** Adds up what one function reads and the other one exchanges. Ours. */
    public <N extends Number> SingleOutputStreamOperator<T> sum(
            KeySelector<T, N> getter, FieldUpdate<T, N> update) {
        return reduce("Keyed Sum", aggregations().sum(getter, update));
    }

    /** The lowest value of a field; the other fields stay those of the first record. */
    public SingleOutputStreamOperator<T> min(int positionToMin) {
        return min(Integer.toString(positionToMin));
    }

    /** The lowest value of a field; the other fields stay those of the first record. */
    public SingleOutputStreamOperator<T> min(String field) {
        return reduce("Keyed Min", aggregations().extremum("min", field, false));
    }

    /** The lowest value of a field, by a reference to its accessor. Ours. */
    public <C extends Comparable<? super C>> SingleOutputStreamOperator<T> min(
            KeySelector<T, C> accessor) {
        return min(aggregations().property("min", accessor));
    }

    /** The lowest of what one function reads and the other one exchanges. Ours. */
    public <C extends Comparable<? super C>> SingleOutputStreamOperator<T> min(
            KeySelector<T, C> getter, FieldUpdate<T, C> update) {
        return reduce("Keyed Min", aggregations().extremum(getter, update, false));
    }

    /** The highest value of a field; the other fields stay those of the first record. */
    public SingleOutputStreamOperator<T> max(int positionToMax) {
        return max(Integer.toString(positionToMax));
    }

    /** The highest value of a field; the other fields stay those of the first record. */
    public SingleOutputStreamOperator<T> max(String field) {
        return reduce("Keyed Max", aggregations().extremum("max", field, true));
    }

    /** The highest value of a field, by a reference to its accessor. Ours. */
    public <C extends Comparable<? super C>> SingleOutputStreamOperator<T> max(
            KeySelector<T, C> accessor) {
        return max(aggregations().property("max", accessor));
    }

    /** The highest of what one function reads and the other one exchanges. Ours. */
    public <C extends Comparable<? super C>> SingleOutputStreamOperator<T> max(
            KeySelector<T, C> getter, FieldUpdate<T, C> update) {
        return reduce("Keyed Max", aggregations().extremum(getter, update, true));
    }

    /** The record with the lowest value of a field; the first of several. */
    public SingleOutputStreamOperator<T> minBy(int positionToMinBy) {
        return minBy(positionToMinBy, true);
    }

    /** The record with the lowest value of a field; the first or the last of several. */
    public SingleOutputStreamOperator<T> minBy(int positionToMinBy, boolean first) {
        return minBy(Integer.toString(positionToMinBy), first);
    }

    /** The record with the lowest value of a field; the first of several. */
    public SingleOutputStreamOperator<T> minBy(String field) {
        return minBy(field, true);
    }

    /** The record with the lowest value of a field; the first or the last of several. */
    public SingleOutputStreamOperator<T> minBy(String field, boolean first) {
        return reduce("Keyed Min By", aggregations().extremeRecord("minBy", field, false, first));
    }

    /** The record for which a function is lowest; the first of several. Ours. */
    public <C extends Comparable<? super C>> SingleOutputStreamOperator<T> minBy(
            KeySelector<T, C> value) {
        return reduce("Keyed Min By", aggregations().extremeRecord(value, false));
    }

    /** The record with the highest value of a field; the first of several. */
    public SingleOutputStreamOperator<T> maxBy(int positionToMaxBy) {
        return maxBy(positionToMaxBy, true);
    }

    /** The record with the highest value of a field; the first or the last of several. */
    public SingleOutputStreamOperator<T> maxBy(int positionToMaxBy, boolean first) {
        return maxBy(Integer.toString(positionToMaxBy), first);
    }

    /** The record with the highest value of a field; the first of several. */
    public SingleOutputStreamOperator<T> maxBy(String field) {
        return maxBy(field, true);
    }

    /** The record with the highest value of a field; the first or the last of several. */
    public SingleOutputStreamOperator<T> maxBy(String field, boolean first) {
        return reduce("Keyed Max By", aggregations().extremeRecord("maxBy", field, true, first));
    }

    /** The record for which a function is highest; the first of several. Ours. */
    public <C extends Comparable<? super C>> SingleOutputStreamOperator<T> maxBy(
            KeySelector<T, C> value) {
        return reduce("Keyed Max By", aggregations().extremeRecord(value, true));
    }
}
