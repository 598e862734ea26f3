package dev.millstream.streaming.api.environment;

import dev.millstream.api.common.ExecutionConfig;
import dev.millstream.api.common.InvalidProgramException;
import dev.millstream.api.common.JobExecutionResult;
import dev.millstream.api.common.RuntimeExecutionMode;
import dev.millstream.api.common.eventtime.WatermarkStrategy;
import dev.millstream.api.common.typeinfo.TypeExtractor;
import dev.millstream.api.common.typeinfo.TypeInformation;
import dev.millstream.api.connector.source.Source;
import dev.millstream.api.connector.source.lib.FromElementsSource;
import dev.millstream.api.connector.source.lib.NumberSequenceSource;
import dev.millstream.api.connector.source.lib.socket.SocketTextSource;
import dev.millstream.api.dag.CallSite;
import dev.millstream.configuration.Configuration;
import dev.millstream.core.execution.JobClient;
import dev.millstream.core.execution.Program;
import dev.millstream.core.execution.TextFileConnector;
import dev.millstream.streaming.api.datastream.DataStreamSource;
import dev.millstream.streaming.api.operations.Operation;
import dev.millstream.streaming.api.transformations.OperatorTransformation;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.ServiceLoader;
import java.util.concurrent.ExecutionException;
import java.util.function.Consumer;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Where a program begins. It makes sources, collects the operators that follow, and executes them.
 * Used by one thread.
 */
public class StreamExecutionEnvironment {
    private static final Logger LOG = LoggerFactory.getLogger(StreamExecutionEnvironment.class);
    private static final String DEFAULT_JOB_NAME = "Millstream job";

    private final ProgramContext context;
    private final Configuration configuration;
    private final ExecutionConfig config = new ExecutionConfig();
    private final List<OperatorTransformation<?>> operators = new ArrayList<>();
    private final List<String> warnings = new ArrayList<>();
    private final List<Consumer<JobClient>> onSubmission = new ArrayList<>();
    private RuntimeExecutionMode mode;
    private boolean chaining;
    private int lastId;

    StreamExecutionEnvironment(ProgramContext context) {
        this.context = context;
        this.configuration = context.configuration();
        this.mode = configuration.get(ProgramOptions.RUNTIME_MODE);
        this.chaining = configuration.get(ProgramOptions.OPERATOR_CHAINING);
        configuration
                .getOptional(ProgramOptions.DEFAULT_PARALLELISM)
                .ifPresent(config::setParallelism);
        configuration
                .getOptional(ProgramOptions.MAX_PARALLELISM)
                .ifPresent(config::setMaxParallelism);
        if (configuration.get(ProgramOptions.OBJECT_REUSE)) {
            config.enableObjectReuse();
        }
        config.getSerializerConfig().configure(configuration);
        config.setAutoWatermarkInterval(
                configuration.get(ProgramOptions.AUTO_WATERMARK_INTERVAL).toMillis());
    }

    /**
     * The environment for where the program was started: from the command line, its cluster;
     * otherwise one that is embedded in this process.
     */
    public static StreamExecutionEnvironment getExecutionEnvironment() {
        return getExecutionEnvironment(new Configuration());
    }

    /**
     * The environment for where the program was started.
     *
     * @param configuration overrides what is configured there
     */
    public static StreamExecutionEnvironment getExecutionEnvironment(Configuration configuration) {
        return ProgramContext.current()
                .map(outer -> new StreamExecutionEnvironment(merged(outer, configuration)))
                .orElseGet(() -> createLocalEnvironment(configuration));
    }

    private static ProgramContext merged(ProgramContext outer, Configuration configuration) {
        Configuration merged = new Configuration(outer.configuration()).addAll(configuration);
        return new ProgramContext(outer.executor(), merged, outer.userClassLoader(), outer.jars());
    }

    /** An environment whose cluster is embedded in this process. */
    public static StreamExecutionEnvironment createLocalEnvironment() {
        return createLocalEnvironment(new Configuration());
    }

    /** An environment whose cluster is embedded in this process. */
    public static StreamExecutionEnvironment createLocalEnvironment(int parallelism) {
        return createLocalEnvironment().setParallelism(parallelism);
    }

    /** An environment whose cluster is embedded in this process. */
    public static StreamExecutionEnvironment createLocalEnvironment(Configuration configuration) {
        return new StreamExecutionEnvironment(
                ProgramContext.local(new Configuration(configuration)));
    }

    /** What holds for all operators. */
    public ExecutionConfig getConfig() {
        return config;
    }

    /** The options that travel with the job. Set before execution. */
    public Configuration getConfiguration() {
        return configuration;
    }

    /**
     * Sets the parallelism of operators that set none.
     *
     * @throws InvalidProgramException if it is below 1
     */
    public StreamExecutionEnvironment setParallelism(int parallelism) {
        ParallelismCheck.parallelism("the program, set at " + CallSite.capture(), parallelism);
        config.setParallelism(parallelism);
        return this;
    }

    /** The parallelism of operators that set none; -1 means that of the cluster. */
    public int getParallelism() {
        return config.getParallelism();
    }

    /**
     * Sets the number of key groups of operators that set none.
     *
     * @throws InvalidProgramException if it is below 1 or above 32768
     */
    public StreamExecutionEnvironment setMaxParallelism(int maxParallelism) {
        ParallelismCheck.maxParallelism(
                "the program, set at " + CallSite.capture(), maxParallelism);
        config.setMaxParallelism(maxParallelism);
        return this;
    }

    /** The number of key groups of operators that set none; -1 if not set. */
    public int getMaxParallelism() {
        return config.getMaxParallelism();
    }

    /** Streaming, which is the default, or batch. */
    public StreamExecutionEnvironment setRuntimeMode(RuntimeExecutionMode executionMode) {
        mode = executionMode;
        return this;
    }

    /** Runs each operator in a task of its own. */
    public StreamExecutionEnvironment disableOperatorChaining() {
        chaining = false;
        return this;
    }

    /** Whether operators may run chained in one task. */
    public boolean isChainingEnabled() {
        return chaining;
    }

    /** A stream of these elements, in their order unless the source's parallelism is raised. */
    @SafeVarargs
    @SuppressWarnings("varargs") // the array is only read
    public final <T> DataStreamSource<T> fromData(T... data) {
        return fromData(Arrays.asList(data));
    }

    /** A stream of these elements, of which all are of a class. */
    @SafeVarargs
    @SuppressWarnings("varargs") // the array is only read
    public final <T> DataStreamSource<T> fromData(Class<T> type, T... data) {
        return fromData(Arrays.asList(data), TypeInformation.of(type));
    }

    /** A stream of these elements, in their order unless the source's parallelism is raised. */
    public <T> DataStreamSource<T> fromData(Collection<T> data) {
        return fromData(data, TypeExtractor.ofElements(data));
    }

    /** A stream of these elements, in their order unless the source's parallelism is raised. */
    public <T> DataStreamSource<T> fromData(Collection<T> data, TypeInformation<T> typeInfo) {
        FromElementsSource<T> source = new FromElementsSource<>(data, config.getSerializerConfig());
        DataStreamSource<T> stream =
                fromSource(source, WatermarkStrategy.noWatermarks(), "Collection", typeInfo);
        stream.setParallelism(1);
        return stream;
    }

    /** The same as {@link #fromData}: its older name. */
    @SafeVarargs
    @SuppressWarnings("varargs") // the array is only read
    public final <T> DataStreamSource<T> fromElements(T... data) {
        return fromData(data);
    }

    /** The same as {@link #fromData}: its older name. */
    public <T> DataStreamSource<T> fromCollection(Collection<T> data) {
        return fromData(data);
    }

    /** The same as {@link #fromData}: its older name. */
    public <T> DataStreamSource<T> fromCollection(Collection<T> data, TypeInformation<T> typeInfo) {
        return fromData(data, typeInfo);
    }

    /** The numbers of an interval; both ends belong to it. */
    public DataStreamSource<Long> fromSequence(long from, long to) {
        return fromSource(
                new NumberSequenceSource(from, to), WatermarkStrategy.noWatermarks(), "Sequence");
    }

    /** The records of a source. */
    public <T> DataStreamSource<T> fromSource(
            Source<T, ?, ?> source,
            WatermarkStrategy<T> timestampsAndWatermarks,
            String sourceName) {
        return fromSource(
                source, timestampsAndWatermarks, sourceName, TypeExtractor.ofSource(source));
    }

    /** The records of a source. */
    public <T> DataStreamSource<T> fromSource(
            Source<T, ?, ?> source,
            WatermarkStrategy<T> timestampsAndWatermarks,
            String sourceName,
            TypeInformation<T> typeInfo) {
        OperatorTransformation<T> operator =
                new OperatorTransformation<>(
                        nextTransformationId(),
                        "Source: " + sourceName,
                        new Operation.FromSource<>(source, timestampsAndWatermarks),
                        List.of(),
                        typeInfo,
                        CallSite.capture());
        return new DataStreamSource<>(this, addOperator(operator));
    }

    /**
     * The lines of text files, in UTF-8.
     *
     * @param filePath a file, a folder or a glob
     */
    public DataStreamSource<String> readTextFile(String filePath) {
        return fromSource(
                textFiles("readTextFile").source(filePath),
                WatermarkStrategy.noWatermarks(),
                "Text files");
    }

    /** The lines that a server sends, without their ends. Ends when the server ends it. */
    public DataStreamSource<String> socketTextStream(String hostname, int port) {
        return socketTextStream(hostname, port, "\n");
    }

    /** The records that a server sends, in UTF-8. Ends when the server ends it. */
    public DataStreamSource<String> socketTextStream(String hostname, int port, String delimiter) {
        return socketTextStream(hostname, port, delimiter, 0);
    }

    /**
     * The records that a server sends, in UTF-8. One task connects to it. At most once: what was
     * sent is not sent again when the job restarts.
     *
     * @param hostname as TaskManagers see it
     * @param delimiter between two records; with {@code "\n"} a carriage return before it is left
     *     out
     * @param maxRetry for how many seconds the source tries to connect again, once a second, when
     *     the connection ends or doesn't come about; then the stream ends if the server has closed
     *     it, and the job fails if not. Negative: without end
     */
    public DataStreamSource<String> socketTextStream(
            String hostname, int port, String delimiter, long maxRetry) {
        DataStreamSource<String> stream =
                fromSource(
                        new SocketTextSource(hostname, port, delimiter, maxRetry),
                        WatermarkStrategy.noWatermarks(),
                        "Socket Stream");
        return stream.setParallelism(1);
    }

    /** Executes the program and waits for its end. */
    public JobExecutionResult execute() throws Exception {
        return execute(defaultName());
    }

    /**
     * Executes the program and waits for its end.
     *
     * @param jobName for people
     * @throws InvalidProgramException if the program can't work
     * @throws dev.millstream.core.execution.JobExecutionException if the job fails or is cancelled
     */
    public JobExecutionResult execute(String jobName) throws Exception {
        try {
            return executeAsync(jobName).getJobExecutionResult().get();
        } catch (ExecutionException failure) {
            throw causeOf(failure);
        }
    }

    /** Submits the program and returns once it is accepted. */
    public JobClient executeAsync() throws Exception {
        return executeAsync(defaultName());
    }

    /**
     * Submits the program and returns once it is accepted. The environment is then empty again.
     *
     * @param jobName for people
     * @throws InvalidProgramException if the program can't work
     */
    public JobClient executeAsync(String jobName) throws Exception {
        Program program = program(jobName);
        program.warnings().forEach(LOG::warn);
        operators.clear();
        warnings.clear();
        List<Consumer<JobClient>> listeners = List.copyOf(onSubmission);
        onSubmission.clear();
        try {
            JobClient client =
                    context.executor()
                            .execute(program, configuration, context.userClassLoader())
                            .get();
            listeners.forEach(listener -> listener.accept(client));
            return client;
        } catch (ExecutionException failure) {
            throw causeOf(failure);
        }
    }

    private static Exception causeOf(ExecutionException failure) {
        return failure.getCause() instanceof Exception cause ? cause : failure;
    }

    /** The program's plan as JSON. Runs nothing; the program can still be executed. */
    public String getExecutionPlan() {
        return context.executor().explainJson(program(defaultName()), configuration);
    }

    private String defaultName() {
        return configuration.getOptional(ProgramOptions.NAME).orElse(DEFAULT_JOB_NAME);
    }

    private Program program(String jobName) {
        config.getSerializerConfig().writeTo(configuration);
        List<String> all = new ArrayList<>(warnings);
        all.addAll(
                TypeHints.of(operators, config.getSerializerConfig(), context.userClassLoader()));
        Program program =
                new Program(jobName, operators, config, mode, chaining, context.jars(), all);
        ProgramCheck.check(program);
        return program;
    }

    /**
     * Reads and writes text files. Called by the streams.
     *
     * @param what the method that needs it
     * @throws InvalidProgramException if there is nothing on the class path that can
     */
    public TextFileConnector textFiles(String what) {
        return ServiceLoader.load(TextFileConnector.class, context.userClassLoader())
                .findFirst()
                .orElseThrow(() ->
                        new InvalidProgramException(
                                what
                                        + " at "
                                        + CallSite.capture()
                                        + " needs the artifact"
                                        + " dev.millstream:millstream-connector-files on the class"
                                        + " path"));
    }

    /** Takes an operator into the program. Called by the streams. */
    public <T> OperatorTransformation<T> addOperator(OperatorTransformation<T> operator) {
        operators.add(operator);
        return operator;
    }

    /** Something that works, but may surprise; says what to change. Called by the streams. */
    public void addWarning(String warning) {
        warnings.add(warning);
    }

    /** A new id for a transformation. Called by the streams. */
    public int nextTransformationId() {
        return ++lastId;
    }

    /** Tells the listener of the client when the program is submitted. Called by the streams. */
    public void onSubmission(Consumer<JobClient> listener) {
        onSubmission.add(listener);
    }

    /** Whether a listener waits for the program to be submitted. Called by the streams. */
    public boolean isSubmissionAwaited() {
        return !onSubmission.isEmpty();
    }

    /** Loads the program's classes. */
    public ClassLoader getUserClassLoader() {
        return context.userClassLoader();
    }
}
