package dev.millstream.streaming.api.datastream;

import dev.millstream.api.common.eventtime.WatermarkStrategy;
import dev.millstream.api.common.functions.FilterFunction;
import dev.millstream.api.common.functions.FlatMapFunction;
import dev.millstream.api.common.functions.MapFunction;
import dev.millstream.api.common.functions.Partitioner;
import dev.millstream.api.common.typeinfo.TypeExtractor;
import dev.millstream.api.common.typeinfo.TypeInformation;
import dev.millstream.api.connector.sink2.Sink;
import dev.millstream.api.dag.CallSite;
import dev.millstream.api.dag.Transformation;
import dev.millstream.api.java.functions.KeySelector;
import dev.millstream.streaming.api.environment.StreamExecutionEnvironment;
import dev.millstream.streaming.api.functions.ProcessFunction;
import dev.millstream.streaming.api.functions.sink.v2.PrintSink;
import dev.millstream.streaming.api.operations.Operation;
import dev.millstream.streaming.api.operations.Partitioning;
import dev.millstream.streaming.api.transformations.OperatorTransformation;
import dev.millstream.streaming.api.transformations.PartitionTransformation;
import dev.millstream.streaming.api.transformations.UnionTransformation;
import dev.millstream.streaming.api.windowing.assigners.GlobalWindows;
import dev.millstream.streaming.api.windowing.assigners.WindowAssigner;
import dev.millstream.streaming.api.windowing.evictors.CountEvictor;
import dev.millstream.streaming.api.windowing.triggers.CountTrigger;
import dev.millstream.streaming.api.windowing.triggers.PurgingTrigger;
import dev.millstream.streaming.api.windowing.windows.GlobalWindow;
import dev.millstream.streaming.api.windowing.windows.Window;
import dev.millstream.util.CloseableIterator;
import java.util.ArrayList;
import java.util.List;

/** A stream of records. Each method gives a new stream and leaves this one as it is. */
public class DataStream<T> {
    private static final String COLLECT_JOB_NAME = "Collect";

    private final StreamExecutionEnvironment environment;
    private final Transformation<T> transformation;

    /** The stream that a transformation makes. */
    public DataStream(StreamExecutionEnvironment environment, Transformation<T> transformation) {
        this.environment = environment;
        this.transformation = transformation;
    }

    /** Unique within the program. */
    public int getId() {
        return transformation.getId();
    }

    /** -1 if none was set. */
    public int getParallelism() {
        return transformation.getParallelism();
    }

    /** Of the records, as far as it is known. */
    public TypeInformation<T> getType() {
        return transformation.getOutputType();
    }

    /** The environment in which it was made. */
    public StreamExecutionEnvironment getExecutionEnvironment() {
        return environment;
    }

    /** What makes this stream. */
    public Transformation<T> getTransformation() {
        return transformation;
    }

    /** One record for each record. */
    public <R> SingleOutputStreamOperator<R> map(MapFunction<T, R> mapper) {
        return map(mapper, TypeExtractor.ofMap(mapper, getType()));
    }

    /** One record for each record. */
    public <R> SingleOutputStreamOperator<R> map(
            MapFunction<T, R> mapper, TypeInformation<R> outputType) {
        return operator("Map", new Operation.Map<>(mapper), outputType);
    }

    /** Any number of records for each record. */
    public <R> SingleOutputStreamOperator<R> flatMap(FlatMapFunction<T, R> flatMapper) {
        return flatMap(flatMapper, TypeExtractor.ofFlatMap(flatMapper, getType()));
    }

    /** Any number of records for each record. */
    public <R> SingleOutputStreamOperator<R> flatMap(
            FlatMapFunction<T, R> flatMapper, TypeInformation<R> outputType) {
        return operator("Flat Map", new Operation.FlatMap<>(flatMapper), outputType);
    }

    /** The records for which the filter says so. */
    public SingleOutputStreamOperator<T> filter(FilterFunction<T> filter) {
        return operator("Filter", new Operation.Filter<>(filter), getType());
    }

    /** Any number of records for each record, also on side outputs. */
    public <R> SingleOutputStreamOperator<R> process(ProcessFunction<T, R> processFunction) {
        return process(processFunction, TypeExtractor.ofProcess(processFunction, getType()));
    }

    /** Any number of records for each record, also on side outputs. */
    public <R> SingleOutputStreamOperator<R> process(
            ProcessFunction<T, R> processFunction, TypeInformation<R> outputType) {
        return operator("Process", new Operation.Process<>(processFunction), outputType);
    }

    /** The records of this stream and of others, in no particular order. */
    @SafeVarargs
    public final DataStream<T> union(DataStream<T>... streams) {
        List<Transformation<T>> inputs = new ArrayList<>();
        inputs.add(transformation);
        for (DataStream<T> stream : streams) {
            inputs.add(stream.transformation);
        }
        return new DataStream<>(
                environment,
                new UnionTransformation<>(
                        environment.nextTransformationId(), inputs, CallSite.capture()));
    }

    /** This stream and another one, for functions that see both. */
    public <R> ConnectedStreams<T, R> connect(DataStream<R> dataStream) {
        return new ConnectedStreams<>(environment, this, dataStream);
    }

    /**
     * Brings records of one key to one subtask.
     *
     * @throws dev.millstream.api.common.InvalidProgramException if the key's type has no stable
     *     hash
     */
    public <K> KeyedStream<T, K> keyBy(KeySelector<T, K> key) {
        return keyBy(key, TypeExtractor.ofKey(key, getType()));
    }

    /**
     * Gives records timestamps, and the stream watermarks, in place of those that it has. Better do
     * so at the source, which sees each of its splits apart.
     */
    public SingleOutputStreamOperator<T> assignTimestampsAndWatermarks(
            WatermarkStrategy<T> watermarkStrategy) {
        return operator(
                "Timestamps/Watermarks",
                new Operation.AssignTimestamps<>(watermarkStrategy),
                getType());
    }

    /** Cuts the stream into windows: one subtask sees all records. */
    public <W extends Window> AllWindowedStream<T, W> windowAll(
            WindowAssigner<? super T, W> assigner) {
        return new AllWindowedStream<>(this, assigner);
    }

    /** Windows of so many records. */
    public AllWindowedStream<T, GlobalWindow> countWindowAll(long size) {
        return windowAll(GlobalWindows.create()).trigger(PurgingTrigger.of(CountTrigger.of(size)));
    }

    /** Windows of the last records, each time so many have come. */
    public AllWindowedStream<T, GlobalWindow> countWindowAll(long size, long slide) {
        return windowAll(GlobalWindows.create())
                .evictor(CountEvictor.of(size))
                .trigger(CountTrigger.of(slide));
    }

    /** Pairs the records of two streams by key within windows. */
    public <T2> JoinedStreams<T, T2> join(DataStream<T2> otherStream) {
        return new JoinedStreams<>(this, otherStream);
    }

    /** Groups the records of two streams by key and window. */
    public <T2> CoGroupedStreams<T, T2> coGroup(DataStream<T2> otherStream) {
        return new CoGroupedStreams<>(this, otherStream);
    }

    /** Brings records of one key to one subtask. */
    public <K> KeyedStream<T, K> keyBy(KeySelector<T, K> key, TypeInformation<K> keyType) {
        return KeyedStream.of(this, key, keyType);
    }

    /** To the subtasks that the user's partitioner chooses. */
    public <K> DataStream<T> partitionCustom(
            Partitioner<K> partitioner, KeySelector<T, K> keySelector) {
        return partition(new Partitioning.Custom<>(partitioner, keySelector));
    }

    /** Each record to all subtasks. */
    public DataStream<T> broadcast() {
        return partition(new Partitioning.Broadcast());
    }

    /** Each record to a random subtask. */
    public DataStream<T> shuffle() {
        return partition(new Partitioning.Shuffle());
    }

    /** To the subtask of the same index; parallelisms must be equal. */
    public DataStream<T> forward() {
        return partition(new Partitioning.Forward());
    }

    /** To all subtasks in turn. */
    public DataStream<T> rebalance() {
        return partition(new Partitioning.Rebalance());
    }

    /** To the neighbouring subtasks in turn. */
    public DataStream<T> rescale() {
        return partition(new Partitioning.Rescale());
    }

    /** All records to the first subtask. */
    public DataStream<T> global() {
        return partition(new Partitioning.Global());
    }

    /** Prints the records on the standard output of the tasks. */
    public DataStreamSink<T> print() {
        return printTo(new PrintSink<>(), "Print to Std. Out");
    }

    /** Prints the records on the standard output of the tasks, after an identifier. */
    public DataStreamSink<T> print(String sinkIdentifier) {
        return printTo(new PrintSink<>(sinkIdentifier), "Print to Std. Out");
    }

    /** Prints the records on the standard error of the tasks. */
    public DataStreamSink<T> printToErr() {
        return printTo(new PrintSink<>(true), "Print to Std. Err");
    }

    /** Prints the records on the standard error of the tasks, after an identifier. */
    public DataStreamSink<T> printToErr(String sinkIdentifier) {
        return printTo(new PrintSink<>(sinkIdentifier, true), "Print to Std. Err");
    }

    private DataStreamSink<T> printTo(PrintSink<T> sink, String name) {
        return sinkTo(sink).name(name);
    }

    /**
     * Writes a line for each record, its {@code toString}, into files of a folder: one or several
     * for each subtask.
     *
     * @param path the folder; made if there is none
     */
    public DataStreamSink<T> writeAsText(String path) {
        return sinkTo(environment.textFiles("writeAsText").<T>sink(path)).name("Text files");
    }

    /** Ends the stream in a sink. */
    public DataStreamSink<T> sinkTo(Sink<T> sink) {
        return new DataStreamSink<>(
                operator("Sink: Writer", new Operation.IntoSink<>(sink), getType())
                        .operatorTransformation());
    }

    /**
     * Executes the program and hands out the records as they come. Close the iterator: that cancels
     * the job if it still runs.
     */
    public CloseableIterator<T> executeAndCollect() throws Exception {
        return executeAndCollect(COLLECT_JOB_NAME);
    }

    /** Executes the program under a name and hands out the records as they come. */
    public CloseableIterator<T> executeAndCollect(String jobExecutionName) throws Exception {
        // Other streams that are collected keep the job from ending until they are read, too.
        CloseableIterator<T> records = collect(!environment.isSubmissionAwaited());
        environment.executeAsync(jobExecutionName);
        return records;
    }

    /**
     * Executes the program, and cancels it once there are so many records.
     *
     * @param limit at most so many are returned
     */
    public List<T> executeAndCollect(int limit) throws Exception {
        return executeAndCollect(COLLECT_JOB_NAME, limit);
    }

    /** Executes the program under a name, and cancels it once there are so many records. */
    public List<T> executeAndCollect(String jobExecutionName, int limit) throws Exception {
        if (limit < 1) {
            throw new IllegalArgumentException("The limit must be at least 1, but is " + limit);
        }
        try (CloseableIterator<T> records = executeAndCollect(jobExecutionName)) {
            List<T> result = new ArrayList<>();
            while (result.size() < limit && records.hasNext()) {
                result.add(records.next());
            }
            return result;
        }
    }

    /**
     * The records, as they come once the program is executed. The job ends only when all that is
     * collected was read; when several streams are collected, read them all, each by a thread of
     * its own if they are large: the job holds only so many records back.
     */
    public CloseableIterator<T> collectAsync() {
        return collect(false);
    }

    private CloseableIterator<T> collect(boolean untilJobEnds) {
        String collectId = "collect-" + environment.nextTransformationId();
        operator("Collect", new Operation.Collect(collectId), getType()).setParallelism(1);
        CollectedIterator<T> records =
                new CollectedIterator<>(
                        collectId,
                        untilJobEnds,
                        environment
                                .getConfig()
                                .getSerializerConfig()
                                .serializers(environment.getUserClassLoader(), _ -> {}));
        environment.onSubmission(records::submitted);
        return records;
    }

    /** Adds an operator with this stream as its input. */
    final <R> SingleOutputStreamOperator<R> operator(
            String name, Operation operation, TypeInformation<R> outputType) {
        OperatorTransformation<R> operator =
                new OperatorTransformation<>(
                        environment.nextTransformationId(),
                        name,
                        operation,
                        List.of(transformation),
                        outputType,
                        CallSite.capture());
        return new SingleOutputStreamOperator<>(environment, environment.addOperator(operator));
    }

    /** Adds an operator with this stream as its first input, and another one as its second. */
    final <R> SingleOutputStreamOperator<R> operator(
            String name, Operation operation, DataStream<?> second, TypeInformation<R> outputType) {
        OperatorTransformation<R> operator =
                new OperatorTransformation<>(
                        environment.nextTransformationId(),
                        name,
                        operation,
                        List.of(transformation, second.transformation),
                        outputType,
                        CallSite.capture());
        return new SingleOutputStreamOperator<>(environment, environment.addOperator(operator));
    }

    private DataStream<T> partition(Partitioning partitioning) {
        return new DataStream<>(environment, partitioned(partitioning));
    }

    /** This stream, distributed. */
    final PartitionTransformation<T> partitioned(Partitioning partitioning) {
        return new PartitionTransformation<>(
                environment.nextTransformationId(),
                transformation,
                partitioning,
                CallSite.capture());
    }
}
