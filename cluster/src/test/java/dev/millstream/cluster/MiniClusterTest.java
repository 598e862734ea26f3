package dev.millstream.cluster;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.millstream.api.common.JobExecutionResult;
import dev.millstream.api.common.JobStatus;
import dev.millstream.api.common.accumulators.IntCounter;
import dev.millstream.api.common.accumulators.ListAccumulator;
import dev.millstream.api.common.eventtime.WatermarkStrategy;
import dev.millstream.api.common.functions.FlatMapFunction;
import dev.millstream.api.common.functions.OpenContext;
import dev.millstream.api.common.functions.RichMapFunction;
import dev.millstream.api.java.tuple.Tuple2;
import dev.millstream.configuration.Configuration;
import dev.millstream.connector.datagen.source.DataGeneratorSource;
import dev.millstream.core.execution.JobClient;
import dev.millstream.core.execution.JobExecutionException;
import dev.millstream.streaming.api.datastream.DataStream;
import dev.millstream.streaming.api.environment.StreamExecutionEnvironment;
import dev.millstream.streaming.api.functions.co.CoMapFunction;
import dev.millstream.streaming.api.functions.sink.v2.DiscardingSink;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

class MiniClusterTest {
    private static MiniCluster cluster;

    @BeforeAll
    static void start() {
        cluster = MiniCluster.builder().taskManagers(2).slotsPerTaskManager(4).start();
    }

    @AfterAll
    static void close() {
        cluster.close();
    }

    @Test
    void shouldCountWordsInParallel() throws Exception {
        List<String> lines = new ArrayList<>();
        Map<String, Integer> expected = new TreeMap<>();
        for (int i = 0; i < 500; i++) {
            lines.add("a b" + i % 7 + " c" + i % 31 + " a");
            expected.merge("a", 2, Integer::sum);
            expected.merge("b" + i % 7, 1, Integer::sum);
            expected.merge("c" + i % 31, 1, Integer::sum);
        }
        StreamExecutionEnvironment env = Programs.on(cluster, 4);
        DataStream<Tuple2<String, Integer>> counts =
                env.fromData(lines)
                        .rebalance()
                        .flatMap(splitter())
                        .keyBy(word -> word.f0)
                        .reduce((one, other) -> Tuple2.of(one.f0, one.f1 + other.f1));
        Map<String, Integer> actual = new TreeMap<>();
        Programs.collect(counts).forEach(count -> actual.merge(count.f0, count.f1, Math::max));
        assertThat(actual).isEqualTo(expected);
    }

    @Test
    void shouldConnectTwoStreams() throws Exception {
        StreamExecutionEnvironment env = Programs.on(cluster, 3);
        DataStream<String> joined =
                env.fromSequence(1, 50).connect(env.fromData("x", "y")).map(new Labels());
        assertThat(Programs.collect(joined)).hasSize(52).contains("n1", "n50", "sx", "sy");
    }

    @Test
    void shouldTellAccumulatorsResults() throws Exception {
        StreamExecutionEnvironment env = Programs.on(cluster, 2);
        env.fromSequence(1, 20).map(new Accumulating()).sinkTo(new DiscardingSink<>());
        JobExecutionResult result = env.execute("accumulate");
        assertThat(result.<Integer>getAccumulatorResult("count")).isEqualTo(20);
        assertThat(result.<ArrayList<Long>>getAccumulatorResult("tens"))
                .containsExactlyInAnyOrder(10L, 20L);
    }

    @Test
    void shouldRestartAFailedJobAndSucceed() throws Exception {
        FailingMap.failures.set(2);
        StreamExecutionEnvironment env = Programs.on(cluster, 2, restarts(3), List.of());
        env.fromSequence(1, 100).map(new FailingMap()).sinkTo(new DiscardingSink<>());
        env.execute("fails twice");
        assertThat(FailingMap.failures.get()).isNegative();
    }

    @Test
    void shouldFailTheJobWithTheUsersExceptionWhenRestartsAreUsedUp() throws Exception {
        FailingMap.failures.set(1_000_000);
        StreamExecutionEnvironment env = Programs.on(cluster, 2, restarts(1), List.of());
        env.fromSequence(1, 100)
                .map(new FailingMap())
                .name("breaker")
                .sinkTo(new DiscardingSink<>());
        assertThatThrownBy(() -> env.execute("always fails"))
                .isInstanceOfSatisfying(
                        JobExecutionException.class,
                        failure -> {
                            assertThat(failure.getStatus()).isEqualTo(JobStatus.FAILED);
                            assertThat(failure).hasMessageContaining("breaker");
                            assertThat(failure.getCause())
                                    .hasToString("java.lang.IllegalStateException: planted");
                            assertThat(failure)
                                    .cause()
                                    .satisfies(cause ->
                                            assertThat(cause.getStackTrace()[0].getMethodName())
                                                    .isEqualTo("map"));
                        });
    }

    @Test
    void shouldCancelARunningJob() throws Exception {
        CountDownLatch running = Gate.started("cancel");
        StreamExecutionEnvironment env = Programs.on(cluster, 2);
        endless(env).map(new Gate<>("cancel")).sinkTo(new DiscardingSink<>());
        JobClient job = env.executeAsync("endless");
        assertThat(running.await(60, TimeUnit.SECONDS)).isTrue();
        job.cancel().get(60, TimeUnit.SECONDS);
        assertThatThrownBy(() -> job.getJobExecutionResult().get(60, TimeUnit.SECONDS))
                .isInstanceOf(ExecutionException.class)
                .cause()
                .isInstanceOfSatisfying(
                        JobExecutionException.class,
                        end -> assertThat(end.getStatus()).isEqualTo(JobStatus.CANCELED));
        assertThat(job.getJobStatus().get(60, TimeUnit.SECONDS)).isEqualTo(JobStatus.CANCELED);
    }

    @Test
    void shouldRunSeveralJobsAtOnce() throws Exception {
        List<JobClient> jobs = new ArrayList<>();
        for (int i = 0; i < 8; i++) {
            StreamExecutionEnvironment env = Programs.on(cluster, 1);
            env.fromSequence(1, 1_000).map(new Accumulating()).sinkTo(new DiscardingSink<>());
            jobs.add(env.executeAsync("job " + i));
        }
        for (JobClient job : jobs) {
            assertThat(
                            job.getJobExecutionResult()
                                    .get(60, TimeUnit.SECONDS)
                                    .<Integer>getAccumulatorResult("count"))
                    .isEqualTo(1_000);
        }
    }

    @Test
    void shouldFailAJobForWhichThereAreTooFewSlots() throws Exception {
        Configuration impatient = new Configuration().setString("slot.request.timeout", "300 ms");
        StreamExecutionEnvironment env = Programs.on(cluster, 9, impatient, List.of());
        env.fromSequence(1, 10).sinkTo(new DiscardingSink<>());
        assertThatThrownBy(() -> env.execute("too large"))
                .isInstanceOf(JobExecutionException.class)
                .hasMessageContaining("9")
                .hasMessageContaining("default");
    }

    static DataStream<Long> endless(StreamExecutionEnvironment env) {
        return env.fromSource(
                new DataGeneratorSource<>(n -> n, Long.MAX_VALUE),
                WatermarkStrategy.noWatermarks(),
                "endless");
    }

    private static FlatMapFunction<String, Tuple2<String, Integer>> splitter() {
        return (line, out) -> {
            for (String word : line.split(" ", -1)) {
                out.collect(Tuple2.of(word, 1));
            }
        };
    }

    private static Configuration restarts(int attempts) {
        return new Configuration()
                .setString("restart-strategy.type", "fixed-delay")
                .setString("restart-strategy.fixed-delay.attempts", "" + attempts)
                .setString("restart-strategy.fixed-delay.delay", "10 ms");
    }

    /** Counts all, and gathers the tens in an accumulator that only the client can merge. */
    static final class Accumulating extends RichMapFunction<Long, Long> {
        private static final long serialVersionUID = 1L;
        private final IntCounter count = new IntCounter();
        private final ListAccumulator<Long> tens = new ListAccumulator<>();

        @Override
        public void open(OpenContext context) {
            getRuntimeContext().addAccumulator("count", count);
            getRuntimeContext().addAccumulator("tens", tens);
        }

        @Override
        public Long map(Long value) {
            count.add(1);
            if (value % 10 == 0) {
                tens.add(value);
            }
            return value;
        }
    }

    /** Fails as often as the test wants. */
    static final class FailingMap extends RichMapFunction<Long, Long> {
        private static final long serialVersionUID = 1L;
        static final AtomicInteger failures = new AtomicInteger();

        @Override
        public Long map(Long value) {
            if (value == 50 && failures.getAndDecrement() > 0) {
                throw new IllegalStateException("planted");
            }
            return value;
        }
    }

    /** Tells by the first letter from which stream a record comes. */
    static final class Labels implements CoMapFunction<Long, String, String> {
        private static final long serialVersionUID = 1L;

        @Override
        public String map1(Long value) {
            return "n" + value;
        }

        @Override
        public String map2(String value) {
            return "s" + value;
        }
    }
}
