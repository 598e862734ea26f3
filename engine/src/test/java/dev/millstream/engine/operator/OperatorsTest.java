package dev.millstream.engine.operator;

import static org.assertj.core.api.Assertions.assertThat;

import dev.millstream.api.common.RuntimeExecutionMode;
import dev.millstream.api.common.eventtime.WatermarkStrategy;
import dev.millstream.api.java.tuple.Tuple2;
import dev.millstream.engine.harness.ListSource;
import dev.millstream.engine.harness.Results;
import dev.millstream.engine.harness.TestProcess;
import dev.millstream.protocol.task.ExecutionState;
import dev.millstream.streaming.api.datastream.DataStream;
import dev.millstream.streaming.api.datastream.SingleOutputStreamOperator;
import dev.millstream.streaming.api.environment.StreamExecutionEnvironment;
import dev.millstream.streaming.api.functions.ProcessFunction;
import dev.millstream.streaming.api.functions.co.CoFlatMapFunction;
import dev.millstream.streaming.api.functions.co.CoMapFunction;
import dev.millstream.util.Collector;
import dev.millstream.util.OutputTag;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Each operator in a real program: chained, unchained, and in batch mode. */
class OperatorsTest {
    private static final OutputTag<String> ODD = new OutputTag<>("odd") {};

    private final TestProcess process = new TestProcess();

    @AfterEach
    void shouldLeaveNothingBehind() {
        process.awaitRest();
        process.close();
    }

    /** One operator between a source of 0 to 9 and a sink. */
    interface Operators {
        DataStream<String> apply(StreamExecutionEnvironment env, DataStream<Long> numbers);
    }

    record Row(String name, Operators operators, List<String> expected) {
        @Override
        public String toString() {
            return name;
        }
    }

    static Stream<Row> rows() {
        return Stream.of(
                new Row(
                        "map",
                        (env, in) -> in.map(n -> "m" + n),
                        List.of("m0", "m1", "m2", "m3", "m4", "m5", "m6", "m7", "m8", "m9")),
                new Row(
                        "filter",
                        (env, in) -> in.filter(n -> n % 3 == 0).map(n -> "f" + n),
                        List.of("f0", "f3", "f6", "f9")),
                new Row(
                        "flatMap",
                        (env, in) ->
                                in.flatMap((Long n, Collector<String> out) -> {
                                    for (long i = 0; i < n % 4; i++) {
                                        out.collect(n + "." + i);
                                    }
                                }),
                        List.of(
                                "1.0", "2.0", "2.1", "3.0", "3.1", "3.2", "5.0", "6.0", "6.1",
                                "7.0", "7.1", "7.2", "9.0")),
                new Row(
                        "process and side output",
                        (env, in) -> {
                            SingleOutputStreamOperator<String> even = in.process(new EvenAndOdd());
                            return even.union(even.getSideOutput(ODD).map(odd -> odd + "!"));
                        },
                        List.of(
                                "even 0", "even 2", "even 4", "even 6", "even 8", "odd 1!",
                                "odd 3!", "odd 5!", "odd 7!", "odd 9!")),
                new Row(
                        "coMap",
                        (env, in) ->
                                in.connect(env.fromData("a", "b"))
                                        .map(
                                                new CoMapFunction<Long, String, String>() {
                                                    @Override
                                                    public String map1(Long value) {
                                                        return "first " + value;
                                                    }

                                                    @Override
                                                    public String map2(String value) {
                                                        return "second " + value;
                                                    }
                                                }),
                        List.of(
                                "first 0",
                                "first 1",
                                "first 2",
                                "first 3",
                                "first 4",
                                "first 5",
                                "first 6",
                                "first 7",
                                "first 8",
                                "first 9",
                                "second a",
                                "second b")),
                new Row(
                        "coFlatMap",
                        (env, in) ->
                                in.connect(env.fromData("x"))
                                        .flatMap(
                                                new CoFlatMapFunction<Long, String, String>() {
                                                    @Override
                                                    public void flatMap1(
                                                            Long value, Collector<String> out) {
                                                        if (value > 8) {
                                                            out.collect("n" + value);
                                                        }
                                                    }

                                                    @Override
                                                    public void flatMap2(
                                                            String value, Collector<String> out) {
                                                        out.collect(value);
                                                        out.collect(value + value);
                                                    }
                                                }),
                        List.of("n9", "x", "xx")));
    }

    /** Emits odd numbers to a side output. */
    private static final class EvenAndOdd extends ProcessFunction<Long, String> {
        private static final long serialVersionUID = 1L;

        @Override
        public void processElement(Long value, Context ctx, Collector<String> out) {
            if (value % 2 == 0) {
                out.collect("even " + value);
            } else {
                ctx.output(ODD, "odd " + value);
            }
        }
    }

    /** Shows a record's timestamp, and whether the watermark is behind it. */
    private static final class ShowTime extends ProcessFunction<Long, String> {
        private static final long serialVersionUID = 1L;

        @Override
        public void processElement(Long value, Context ctx, Collector<String> out) {
            boolean behind = ctx.timerService().currentWatermark() < value * 10;
            out.collect(value + "@" + ctx.timestamp() + ">" + behind);
        }
    }

    @ParameterizedTest
    @MethodSource("rows")
    void shouldEmitWhatIsExpectedWhenChained(Row row) throws Exception {
        assertThat(run(row, env -> {})).containsExactlyInAnyOrderElementsOf(row.expected());
    }

    @ParameterizedTest
    @MethodSource("rows")
    void shouldEmitTheSameWhenNothingIsChained(Row row) throws Exception {
        assertThat(run(row, StreamExecutionEnvironment::disableOperatorChaining))
                .containsExactlyInAnyOrderElementsOf(row.expected());
    }

    @ParameterizedTest
    @MethodSource("rows")
    void shouldEmitTheSameInBatchMode(Row row) throws Exception {
        assertThat(run(row, env -> env.setRuntimeMode(RuntimeExecutionMode.BATCH)))
                .containsExactlyInAnyOrderElementsOf(row.expected());
    }

    /** Changes how a program runs. */
    private interface Setting {
        void apply(StreamExecutionEnvironment env);
    }

    private List<String> run(Row row, Setting setting) throws Exception {
        Results<String> results = new Results<>();
        var job =
                process.start(env -> {
                    setting.apply(env);
                    row.operators().apply(env, env.fromSequence(0, 9)).sinkTo(results);
                });
        job.await();
        assertThat(job.failures()).isEmpty();
        assertThat(job.updates())
                .filteredOn(update -> update.state().isTerminal())
                .filteredOn(update -> !update.attempt().coordinator())
                .allMatch(update -> update.state() == ExecutionState.FINISHED);
        return results.values();
    }

    @Test
    void shouldEmitEachStepOfAReduction() throws Exception {
        Results<String> results = new Results<>();
        process.start(env -> reduceWords(env, results)).await();

        assertThat(results.values()).containsExactlyInAnyOrder("a1", "b1", "a2", "c1", "a3", "b2");
    }

    @Test
    void shouldEmitTheFinalResultOnlyInBatchMode() throws Exception {
        Results<String> results = new Results<>();
        process.start(
                        env -> {
                            env.setRuntimeMode(RuntimeExecutionMode.BATCH);
                            reduceWords(env, results);
                        })
                .await();

        assertThat(results.values()).containsExactlyInAnyOrder("a3", "b2", "c1");
    }

    private static void reduceWords(StreamExecutionEnvironment env, Results<String> results) {
        env.fromData("a", "b", "a", "c", "a", "b")
                .map(word -> Tuple2.of(word, 1))
                .keyBy(word -> word.f0)
                .reduce((left, right) -> Tuple2.of(left.f0, left.f1 + right.f1))
                .map(word -> word.f0 + word.f1)
                .sinkTo(results);
    }

    @Test
    void shouldProtectStateFromFunctionsThatChangeRecords() throws Exception {
        Results<String> results = new Results<>();
        process.start(env ->
                        env.fromData("a", "a", "a")
                                .map(word -> Tuple2.of(word, 1))
                                .keyBy(word -> word.f0)
                                .reduce((left, right) -> {
                                    left.f1 += right.f1;
                                    return left;
                                })
                                .map(word -> {
                                    String text = word.f0 + word.f1;
                                    word.f1 = 1_000;
                                    return text;
                                })
                                .sinkTo(results))
                .await();

        assertThat(results.values()).containsExactly("a1", "a2", "a3");
    }

    @Test
    void shouldGiveFunctionsTimestampsAndTheWatermark() throws Exception {
        Results<String> results = new Results<>();
        process.start(env ->
                        env.fromSource(
                                        new ListSource<>(List.of(5L, 6L)),
                                        WatermarkStrategy.<Long>forMonotonousTimestamps()
                                                .withTimestampAssigner(
                                                        (value, given) -> value * 10),
                                        "numbers")
                                .process(new ShowTime())
                                .sinkTo(results))
                .await();

        assertThat(results.values()).containsExactlyInAnyOrder("5@50>true", "6@60>true");
    }

    /** Changes each record that it gets, and shows it as it was. */
    private static String takeAndSpoil(Tuple2<String, Integer> record) {
        String text = record.f0 + record.f1;
        record.f1 = -1;
        return text;
    }

    private List<String> runTwoReadersOfOneStream(boolean objectReuse) throws Exception {
        Results<String> results = new Results<>();
        process.start(
                        env -> {
                            env.setParallelism(1);
                            if (objectReuse) {
                                env.getConfig().enableObjectReuse();
                            }
                            DataStream<Tuple2<String, Integer>> words =
                                    env.fromData("a", "b").map(word -> Tuple2.of(word, 1));
                            words.map(OperatorsTest::takeAndSpoil).sinkTo(results);
                            words.filter(word -> true)
                                    .map(OperatorsTest::takeAndSpoil)
                                    .sinkTo(results);
                        })
                .await();
        return results.values();
    }

    @Test
    void shouldGiveEachReaderOfAStreamItsOwnRecords() throws Exception {
        assertThat(runTwoReadersOfOneStream(false))
                .containsExactlyInAnyOrder("a1", "a1", "b1", "b1");
    }

    @Test
    void shouldShareRecordsWhenTheUserSaysThatThisIsSafe() throws Exception {
        assertThat(runTwoReadersOfOneStream(true))
                .containsExactlyInAnyOrder("a1", "a-1", "b1", "b-1");
    }
}
