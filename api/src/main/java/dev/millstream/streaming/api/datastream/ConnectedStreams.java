package dev.millstream.streaming.api.datastream;

import dev.millstream.api.common.InvalidProgramException;
import dev.millstream.api.common.functions.RichFunction;
import dev.millstream.api.common.typeinfo.TypeExtractor;
import dev.millstream.api.common.typeinfo.TypeInformation;
import dev.millstream.api.dag.CallSite;
import dev.millstream.api.java.functions.KeySelector;
import dev.millstream.streaming.api.environment.StreamExecutionEnvironment;
import dev.millstream.streaming.api.functions.co.CoFlatMapFunction;
import dev.millstream.streaming.api.functions.co.CoMapFunction;
import dev.millstream.streaming.api.functions.co.CoProcessFunction;
import dev.millstream.streaming.api.functions.co.KeyedCoProcessFunction;
import dev.millstream.streaming.api.operations.Operation;
import dev.millstream.streaming.api.transformations.OperatorTransformation;
import java.util.List;

/** Two streams, for functions that see both. Their records come in no particular order. */
public class ConnectedStreams<IN1, IN2> {
    private final StreamExecutionEnvironment environment;
    private final DataStream<IN1> first;
    private final DataStream<IN2> second;

    ConnectedStreams(
            StreamExecutionEnvironment environment, DataStream<IN1> first, DataStream<IN2> second) {
        this.environment = environment;
        this.first = first;
        this.second = second;
    }

    /** The environment in which it was made. */
    public StreamExecutionEnvironment getExecutionEnvironment() {
        return environment;
    }

    /** The first stream. */
    public DataStream<IN1> getFirstInput() {
        return first;
    }

    /** The second stream. */
    public DataStream<IN2> getSecondInput() {
        return second;
    }

    /** Of the first stream's records, as far as it is known. */
    public TypeInformation<IN1> getType1() {
        return first.getType();
    }

    /** Of the second stream's records, as far as it is known. */
    public TypeInformation<IN2> getType2() {
        return second.getType();
    }

    /** Brings records of one key, from both streams, to one subtask. */
    public <KEY> ConnectedStreams<IN1, IN2> keyBy(
            KeySelector<IN1, KEY> keySelector1, KeySelector<IN2, KEY> keySelector2) {
        return new ConnectedStreams<>(
                environment, first.keyBy(keySelector1), second.keyBy(keySelector2));
    }

    /** Brings records of one key, from both streams, to one subtask. */
    public <KEY> ConnectedStreams<IN1, IN2> keyBy(
            KeySelector<IN1, KEY> keySelector1,
            KeySelector<IN2, KEY> keySelector2,
            TypeInformation<KEY> keyType) {
        return new ConnectedStreams<>(
                environment,
                first.keyBy(keySelector1, keyType),
                second.keyBy(keySelector2, keyType));
    }

    /** One record for each record of both streams. */
    public <R> SingleOutputStreamOperator<R> map(CoMapFunction<IN1, IN2, R> coMapper) {
        return map(coMapper, TypeExtractor.ofCoMap(coMapper, getType1(), getType2()));
    }

    /** One record for each record of both streams. */
    public <R> SingleOutputStreamOperator<R> map(
            CoMapFunction<IN1, IN2, R> coMapper, TypeInformation<R> outputType) {
        Operation operation = new Operation.CoMap<>(coMapper);
        return operator(
                "Co-Map",
                coMapper instanceof RichFunction ? keyed(operation) : operation,
                outputType);
    }

    /** Any number of records for each record of both streams. */
    public <R> SingleOutputStreamOperator<R> flatMap(CoFlatMapFunction<IN1, IN2, R> coFlatMapper) {
        return flatMap(
                coFlatMapper, TypeExtractor.ofCoFlatMap(coFlatMapper, getType1(), getType2()));
    }

    /** Any number of records for each record of both streams. */
    public <R> SingleOutputStreamOperator<R> flatMap(
            CoFlatMapFunction<IN1, IN2, R> coFlatMapper, TypeInformation<R> outputType) {
        Operation operation = new Operation.CoFlatMap<>(coFlatMapper);
        return operator(
                "Co-Flat Map",
                coFlatMapper instanceof RichFunction ? keyed(operation) : operation,
                outputType);
    }

    /** Any number of records for each record of both streams; with state if both are keyed. */
    public <R> SingleOutputStreamOperator<R> process(
            CoProcessFunction<IN1, IN2, R> coProcessFunction) {
        return process(
                coProcessFunction,
                TypeExtractor.ofCoProcess(coProcessFunction, getType1(), getType2()));
    }

    /** Any number of records for each record of both streams; with state if both are keyed. */
    public <R> SingleOutputStreamOperator<R> process(
            CoProcessFunction<IN1, IN2, R> coProcessFunction, TypeInformation<R> outputType) {
        return operator(
                "Co-Process", keyed(new Operation.CoProcess<>(coProcessFunction)), outputType);
    }

    /**
     * Any number of records for each record of both streams, with state and timers by key.
     *
     * @throws InvalidProgramException if the streams are not keyed both
     */
    public <K, R> SingleOutputStreamOperator<R> process(
            KeyedCoProcessFunction<K, IN1, IN2, R> keyedCoProcessFunction) {
        TypeInformation<K> key = keyType();
        return process(
                keyedCoProcessFunction,
                TypeExtractor.ofKeyedCoProcess(
                        keyedCoProcessFunction, key, getType1(), getType2()));
    }

    /**
     * Any number of records for each record of both streams, with state and timers by key.
     *
     * @throws InvalidProgramException if the streams are not keyed both
     */
    public <K, R> SingleOutputStreamOperator<R> process(
            KeyedCoProcessFunction<K, IN1, IN2, R> keyedCoProcessFunction,
            TypeInformation<R> outputType) {
        if (!isKeyed()) {
            throw new InvalidProgramException(
                    "process() with a KeyedCoProcessFunction at "
                            + CallSite.capture()
                            + " needs two keyed streams. Call keyBy(key1, key2) on the connected"
                            + " streams first, or use a CoProcessFunction.");
        }
        return operator(
                "Co-Keyed-Process",
                keyed(new Operation.KeyedCoProcess<>(keyedCoProcessFunction)),
                outputType);
    }

    private boolean isKeyed() {
        return first instanceof KeyedStream<?, ?> && second instanceof KeyedStream<?, ?>;
    }

    @SuppressWarnings("unchecked") // both streams' keys were said to be of one type
    private <K> TypeInformation<K> keyType() {
        if (first instanceof KeyedStream<?, ?> keyed1
                && second instanceof KeyedStream<?, ?> keyed2) {
            return (TypeInformation<K>)
                    (keyed1.getKeyType().isKnown() ? keyed1 : keyed2).getKeyType();
        }
        return TypeInformation.unknown();
    }

    /** The operation with state by key, if both streams are keyed. */
    @SuppressWarnings("unchecked") // as above
    private Operation keyed(Operation operation) {
        if (first instanceof KeyedStream<?, ?> keyed1
                && second instanceof KeyedStream<?, ?> keyed2) {
            return new Operation.Keyed<>(
                    List.of(
                            (KeySelector<?, Object>) keyed1.getKeySelector(),
                            (KeySelector<?, Object>) keyed2.getKeySelector()),
                    keyType(),
                    operation);
        }
        return operation;
    }

    private <R> SingleOutputStreamOperator<R> operator(
            String name, Operation operation, TypeInformation<R> outputType) {
        OperatorTransformation<R> operator =
                new OperatorTransformation<>(
                        environment.nextTransformationId(),
                        name,
                        operation,
                        List.of(first.getTransformation(), second.getTransformation()),
                        outputType,
                        CallSite.capture());
        return new SingleOutputStreamOperator<>(environment, environment.addOperator(operator));
    }
}
