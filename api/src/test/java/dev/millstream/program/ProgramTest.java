package dev.millstream.program;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.millstream.api.common.JobExecutionResult;
import dev.millstream.api.common.JobStatus;
import dev.millstream.api.common.RuntimeExecutionMode;
import dev.millstream.api.common.typeinfo.Types;
import dev.millstream.api.dag.Transformation;
import dev.millstream.configuration.Configuration;
import dev.millstream.connector.datagen.source.DataGeneratorSource;
import dev.millstream.core.execution.JobExecutionException;
import dev.millstream.core.execution.Program;
import dev.millstream.streaming.api.datastream.DataStream;
import dev.millstream.streaming.api.datastream.SingleOutputStreamOperator;
import dev.millstream.streaming.api.environment.StreamExecutionEnvironment;
import dev.millstream.streaming.api.functions.ProcessFunction;
import dev.millstream.streaming.api.functions.sink.v2.DiscardingSink;
import dev.millstream.streaming.api.operations.Operation;
import dev.millstream.streaming.api.operations.Partitioning;
import dev.millstream.streaming.api.transformations.ChainingStrategy;
import dev.millstream.streaming.api.transformations.OperatorTransformation;
import dev.millstream.streaming.api.transformations.PartitionTransformation;
import dev.millstream.streaming.api.transformations.SideOutputTransformation;
import dev.millstream.streaming.api.transformations.UnionTransformation;
import dev.millstream.util.Collector;
import dev.millstream.util.OutputTag;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.Test;

class ProgramTest {
    private static final OutputTag<String> LATE = new OutputTag<>("late") {};

    static final class Splitting extends ProcessFunction<Long, Long> {
        private static final long serialVersionUID = 1L;

        @Override
        public void processElement(Long value, Context ctx, Collector<Long> out) {
            ctx.output(LATE, "late");
        }
    }

    @Test
    void shouldKeepOperatorsInTheOrderOfTheProgram() throws Exception {
        Program program =
                RecordingExecutor.submitted(env -> {
                    DataStream<Long> numbers = env.fromSequence(1, 9);
                    numbers.sinkTo(new DiscardingSink<>());
                    numbers.map(x -> x + 1).name("next").print("id");
                });

        assertThat(program.operators())
                .extracting(Transformation::getName)
                .containsExactly(
                        "Source: Sequence", "Sink: Writer", "next", "Sink: Print to Std. Out");
        assertThat(program.operators()).extracting(Transformation::getId).isSorted();
        assertThat(program.jobName()).isEqualTo("test");
    }

    @Test
    void shouldKeepWhatWasSetOnOperators() throws Exception {
        Program program =
                RecordingExecutor.submitted(env -> {
                    SingleOutputStreamOperator<Long> first =
                            env.fromSequence(1, 9)
                                    .map(x -> x)
                                    .uid("a")
                                    .setParallelism(3)
                                    .setMaxParallelism(12)
                                    .slotSharingGroup("heavy")
                                    .startNewChain();
                    first.filter(x -> true)
                            .coLocateWith(first)
                            .disableChaining()
                            .sinkTo(new DiscardingSink<>())
                            .name("nowhere")
                            .uid("b")
                            .setParallelism(2)
                            .setMaxParallelism(4)
                            .slotSharingGroup("light")
                            .coLocateWith(first)
                            .disableChaining();
                });

        OperatorTransformation<?> map = program.operators().get(1);
        OperatorTransformation<?> filter = program.operators().get(2);
        OperatorTransformation<?> sink = program.operators().get(3);
        assertThat(map.getUid()).contains("a");
        assertThat(map.getParallelism()).isEqualTo(3);
        assertThat(map.getMaxParallelism()).isEqualTo(12);
        assertThat(map.getSlotSharingGroup()).contains("heavy");
        assertThat(map.getChainingStrategy()).isEqualTo(ChainingStrategy.HEAD);
        assertThat(map.getCoLocationGroupKey()).isPresent();
        assertThat(filter.getCoLocationGroupKey()).isEqualTo(map.getCoLocationGroupKey());
        assertThat(filter.getChainingStrategy()).isEqualTo(ChainingStrategy.NEVER);
        assertThat(filter.getUid()).isEmpty();
        assertThat(filter.getParallelism()).isEqualTo(Transformation.UNSET_PARALLELISM);
        assertThat(sink.getName()).isEqualTo("Sink: nowhere");
        assertThat(sink.getUid()).contains("b");
        assertThat(sink.getParallelism()).isEqualTo(2);
        assertThat(sink.getMaxParallelism()).isEqualTo(4);
        assertThat(sink.getSlotSharingGroup()).contains("light");
        assertThat(sink.getCoLocationGroupKey()).isEqualTo(map.getCoLocationGroupKey());
    }

    @Test
    void shouldReadElementsInOneSubtaskUnlessTold() {
        StreamExecutionEnvironment env = StreamExecutionEnvironment.createLocalEnvironment();

        assertThat(env.fromData(1, 2).getParallelism()).isEqualTo(1);
        assertThat(env.fromElements(1, 2).setParallelism(2).getParallelism()).isEqualTo(2);
        assertThat(env.fromCollection(List.of(1)).getType()).isEqualTo(Types.INT);
        assertThat(env.fromData(Number.class, 1, 2L).getType().getTypeClass())
                .isEqualTo(Number.class);
    }

    @Test
    void shouldPartitionAsAsked() {
        DataStream<Long> numbers =
                StreamExecutionEnvironment.createLocalEnvironment().fromSequence(1, 9);
        List<Class<?>> kinds = new ArrayList<>();
        for (DataStream<Long> stream :
                List.of(
                        numbers.forward(),
                        numbers.rebalance(),
                        numbers.rescale(),
                        numbers.shuffle(),
                        numbers.broadcast(),
                        numbers.global(),
                        numbers.keyBy(x -> x),
                        numbers.partitionCustom((key, count) -> 0, x -> x))) {
            PartitionTransformation<?> partition =
                    (PartitionTransformation<?>) stream.getTransformation();
            assertThat(partition.getInput()).isSameAs(numbers.getTransformation());
            kinds.add(partition.getPartitioning().getClass());
        }
        assertThat(kinds)
                .containsExactly(
                        Partitioning.Forward.class,
                        Partitioning.Rebalance.class,
                        Partitioning.Rescale.class,
                        Partitioning.Shuffle.class,
                        Partitioning.Broadcast.class,
                        Partitioning.Global.class,
                        Partitioning.Hash.class,
                        Partitioning.Custom.class);
    }

    @Test
    void shouldConnectUniteAndSplit() {
        StreamExecutionEnvironment env = StreamExecutionEnvironment.createLocalEnvironment();
        DataStream<Long> a = env.fromSequence(1, 2);
        DataStream<Long> b = env.fromSequence(3, 4);
        SingleOutputStreamOperator<Long> split = a.union(b, b).process(new Splitting());

        assertThat(split.getTransformation().getInputs().getFirst())
                .isInstanceOf(UnionTransformation.class)
                .satisfies(union ->
                        assertThat(union.getInputs())
                                .isEqualTo(
                                        List.of(
                                                a.getTransformation(),
                                                b.getTransformation(),
                                                b.getTransformation())));
        SideOutputTransformation<String> late =
                (SideOutputTransformation<String>) split.getSideOutput(LATE).getTransformation();
        assertThat(late.getInput()).isSameAs(split.getTransformation());
        assertThat(late.getOutputType()).isEqualTo(Types.STRING);
        assertThat(a.connect(b).keyBy(x -> x, x -> x).getSecondInput().getTransformation())
                .isInstanceOf(PartitionTransformation.class);
    }

    @Test
    void shouldTakeItsDefaultsFromTheConfiguration() throws Exception {
        RecordingExecutor executor = new RecordingExecutor(new FakeJobClient());
        Configuration configuration = new Configuration();
        configuration.setString("parallelism.default", "3");
        configuration.setString("pipeline.max-parallelism", "64");
        configuration.setString("pipeline.name", "configured");
        configuration.setString("execution.runtime-mode", "BATCH");
        configuration.setString("pipeline.operator-chaining.enabled", "false");
        configuration.setString("pipeline.object-reuse", "true");
        configuration.setString("pipeline.auto-watermark-interval", "1 s");
        executor.run(
                configuration,
                env -> {
                    env.fromSequence(1, 2).print();
                    env.executeAsync();
                });

        Program program = executor.only();
        assertThat(program.executionConfig().getParallelism()).isEqualTo(3);
        assertThat(program.executionConfig().getMaxParallelism()).isEqualTo(64);
        assertThat(program.executionConfig().isObjectReuseEnabled()).isTrue();
        assertThat(program.executionConfig().getAutoWatermarkInterval()).isEqualTo(1000);
        assertThat(program.jobName()).isEqualTo("configured");
        assertThat(program.mode()).isEqualTo(RuntimeExecutionMode.BATCH);
        assertThat(program.chaining()).isFalse();
    }

    @Test
    void shouldDecideAutomaticModeByTheSources() throws Exception {
        Program bounded =
                RecordingExecutor.submitted(env -> {
                    env.setRuntimeMode(RuntimeExecutionMode.AUTOMATIC);
                    env.fromSequence(1, 2).print();
                });
        Program unbounded =
                RecordingExecutor.submitted(env -> {
                    env.setRuntimeMode(RuntimeExecutionMode.AUTOMATIC);
                    env.fromSequence(1, 2).print();
                    env.fromSource(
                                    new DataGeneratorSource<>(x -> x, Long.MAX_VALUE),
                                    dev.millstream.api.common.eventtime.WatermarkStrategy
                                            .noWatermarks(),
                                    "endless")
                            .print();
                });

        assertThat(bounded.isBatch()).isTrue();
        assertThat(unbounded.isBatch()).isFalse();
    }

    @Test
    void shouldReturnTheResultOfTheJob() throws Exception {
        FakeJobClient client = new FakeJobClient();
        client.finish();
        new RecordingExecutor(client)
                .run(
                        new Configuration(),
                        env -> {
                            env.fromSequence(1, 2).print();
                            JobExecutionResult result = env.execute();
                            assertThat(result.getJobID()).isEqualTo(FakeJobClient.JOB);
                            assertThat(result.getNetRuntime()).isEqualTo(17);
                            assertThat(result.<Integer>getAccumulatorResult("words")).isEqualTo(3);
                        });
        assertThat(client.result).isCompleted();
    }

    @Test
    void shouldThrowWhyTheJobHasFailed() {
        FakeJobClient client = new FakeJobClient();
        client.result.completeExceptionally(
                new JobExecutionException(FakeJobClient.JOB, JobStatus.FAILED, "map (2/4) failed"));

        assertThatThrownBy(() ->
                        new RecordingExecutor(client)
                                .run(
                                        new Configuration(),
                                        env -> {
                                            env.fromSequence(1, 2).print();
                                            env.execute();
                                        }))
                .isInstanceOf(JobExecutionException.class)
                .hasMessage("map (2/4) failed");
    }

    @Test
    void shouldThrowWhyTheJobWasNotAccepted() {
        RecordingExecutor executor =
                new RecordingExecutor(
                        CompletableFuture.failedFuture(new IllegalStateException("no cluster")));

        assertThatThrownBy(() ->
                        executor.run(
                                new Configuration(),
                                env -> {
                                    env.fromSequence(1, 2).print();
                                    env.execute();
                                }))
                .hasMessage("no cluster");
    }

    @Test
    void shouldShowThePlanWithoutRunningIt() throws Exception {
        RecordingExecutor executor = new RecordingExecutor(new FakeJobClient());
        executor.run(
                new Configuration(),
                env -> {
                    env.fromSequence(1, 2).print();
                    assertThat(env.getExecutionPlan()).isEqualTo("{\"operators\":2}");
                    assertThat(executor.programs).isEmpty();
                    env.executeAsync();
                });
        assertThat(executor.only().operators()).hasSize(2);
    }

    @Test
    void shouldStartAnewAfterExecution() throws Exception {
        RecordingExecutor executor = new RecordingExecutor(new FakeJobClient());
        executor.run(
                new Configuration(),
                env -> {
                    env.fromSequence(1, 2).print();
                    env.executeAsync("one");
                    env.fromSequence(1, 2).map(x -> x).print();
                    env.executeAsync("two");
                });
        assertThat(executor.programs).extracting(p -> p.operators().size()).containsExactly(2, 3);
    }

    @Test
    void shouldReachTheContextFromThreadsOfTheProgram() throws Exception {
        RecordingExecutor executor = new RecordingExecutor(new FakeJobClient());
        executor.run(
                new Configuration(),
                env -> {
                    Thread thread =
                            new Thread(() -> {
                                StreamExecutionEnvironment inner =
                                        StreamExecutionEnvironment.getExecutionEnvironment();
                                inner.fromSequence(1, 2).print();
                                submit(inner);
                            });
                    thread.start();
                    thread.join();
                });
        assertThat(executor.programs).hasSize(1);
    }

    private static void submit(StreamExecutionEnvironment env) {
        try {
            env.executeAsync("inner");
        } catch (Exception failure) {
            throw new AssertionError(failure);
        }
    }

    @Test
    void shouldSayWhatIsMissingWhenNothingCanExecute() {
        StreamExecutionEnvironment env = StreamExecutionEnvironment.getExecutionEnvironment();
        env.fromSequence(1, 2).print();

        assertThatThrownBy(env::execute).hasMessageContaining("dev.millstream:millstream-cluster");
        assertThatThrownBy(() -> env.readTextFile("a.txt"))
                .hasMessageContaining("millstream-connector-files");
    }

    @Test
    void shouldGiveAggregationsTheirOperation() {
        SingleOutputStreamOperator<Word> sum =
                StreamExecutionEnvironment.createLocalEnvironment()
                        .fromData(new Word("a", 1))
                        .keyBy(Word::text)
                        .sum("count");

        assertThat(sum.getName()).isEqualTo("Keyed Sum");
        assertThat(((OperatorTransformation<?>) sum.getTransformation()).getOperation())
                .isInstanceOf(Operation.Reduce.class);
    }
}
