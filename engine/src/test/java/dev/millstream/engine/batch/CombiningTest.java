package dev.millstream.engine.batch;

import static org.assertj.core.api.Assertions.assertThat;

import dev.millstream.api.common.RuntimeExecutionMode;
import dev.millstream.api.common.functions.FlatMapFunction;
import dev.millstream.api.java.tuple.Tuple2;
import dev.millstream.engine.harness.Results;
import dev.millstream.engine.harness.TestProcess;
import dev.millstream.streaming.api.datastream.DataStream;
import dev.millstream.util.Collector;
import java.io.Serializable;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Function;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Aggregates in batch mode give what they would give without combining. */
class CombiningTest {
    private static final int RECORDS = 20_000;

    private TestProcess process;

    /** A record that can't change. */
    record Reading(String sensor, int value) {}

    /** A record whose sums depend on their order. */
    record Weighed(String key, double weight) {}

    /** Made by a lambda that travels. */
    private interface Maker<T> extends Function<Long, T>, Serializable {}

    @BeforeEach
    void start() {
        process = new TestProcess();
    }

    @AfterEach
    void close() {
        process.close();
    }

    private <T> List<T> run(
            Maker<T> maker, Class<T> type, Function<DataStream<T>, DataStream<T>> aggregate)
            throws Exception {
        Results<T> results = new Results<>();
        var job =
                process.start(env -> {
                    env.setRuntimeMode(RuntimeExecutionMode.BATCH);
                    DataStream<T> records =
                            env.fromSequence(1, RECORDS)
                                    .setParallelism(1)
                                    .map(maker::apply)
                                    .returns(type)
                                    .setParallelism(1);
                    aggregate.apply(records).sinkTo(results);
                });
        job.await();
        assertThat(job.failures()).isEmpty();
        return results.values();
    }

    @ParameterizedTest
    @ValueSource(longs = {0, 16 << 20})
    void shouldAddUpWholeNumbersThatWrapAround(long memoryBytes) throws Exception {
        process.managedMemory(memoryBytes);
        Map<String, Integer> expected = new TreeMap<>();
        for (long n = 1; n <= RECORDS; n++) {
            expected.merge("s" + n % 3_000, (int) n << 20, Integer::sum);
        }

        List<Reading> results =
                run(
                        n -> new Reading("s" + n % 3_000, (int) (long) n << 20),
                        Reading.class,
                        records -> records.keyBy(Reading::sensor).sum("value"));

        Map<String, Integer> sums = new TreeMap<>();
        results.forEach(each -> sums.put(each.sensor(), each.value()));
        assertThat(sums).isEqualTo(expected);
        assertThat(results).hasSameSizeAs(expected.keySet());
    }

    /** One tuple that is emitted again and again, as a program may that has nothing to hide. */
    private static final class Reusing implements FlatMapFunction<Long, Tuple2<String, Number>> {
        private static final long serialVersionUID = 1L;

        private final Tuple2<String, Number> reused = Tuple2.of("", 0);

        @Override
        public void flatMap(Long n, Collector<Tuple2<String, Number>> out) {
            reused.f0 = "k" + n % 1_000;
            // A key's numbers are of one class, which other keys' numbers needn't be of.
            reused.f1 = n % 2 == 0 ? (Number) n : (Number) (int) (long) n;
            out.collect(reused);
        }
    }

    @ParameterizedTest
    @ValueSource(longs = {0, 16 << 20})
    void shouldAddUpWhatIsEmittedAgainAndAgainInOneObject(long memoryBytes) throws Exception {
        process.managedMemory(memoryBytes);
        Map<String, Number> expected = new TreeMap<>();
        for (long n = 1; n <= RECORDS; n++) {
            long more = n;
            expected.merge(
                    "k" + n % 1_000,
                    n % 2 == 0 ? (Number) n : (Number) (int) n,
                    (sum, _) ->
                            sum instanceof Long known
                                    ? (Number) (known + more)
                                    : (Number) ((Integer) sum + (int) more));
        }
        Results<Tuple2<String, Number>> results = new Results<>();

        var job =
                process.start(env -> {
                    env.setRuntimeMode(RuntimeExecutionMode.BATCH);
                    env.fromSequence(1, RECORDS)
                            .setParallelism(1)
                            .flatMap(new Reusing())
                            .setParallelism(1)
                            .keyBy(pair -> pair.f0)
                            .sum(1)
                            .sinkTo(results);
                });
        job.await();

        assertThat(job.failures()).isEmpty();
        Map<String, Number> sums = new TreeMap<>();
        results.values().forEach(each -> sums.put(each.f0, each.f1));
        assertThat(sums).isEqualTo(expected);
        assertThat(results.values()).hasSameSizeAs(expected.keySet());
    }

    @Test
    void shouldAddUpFloatingPointNumbersInTheirOrder() throws Exception {
        Map<String, Double> expected = new TreeMap<>();
        for (long n = 1; n <= RECORDS; n++) {
            expected.merge("k" + n % 7, number(n), Double::sum);
        }

        List<Weighed> results =
                run(
                        n -> new Weighed("k" + n % 7, number(n)),
                        Weighed.class,
                        records -> records.keyBy(Weighed::key).sum("weight"));

        Map<String, Double> sums = new TreeMap<>();
        results.forEach(each -> sums.put(each.key(), each.weight()));
        assertThat(sums).isEqualTo(expected);
    }

    /** Large and small, so that their sum depends on the order. */
    private static double number(long n) {
        return n % 2 == 0 ? 1e15 / n : 1.0 / n;
    }

    @Test
    void shouldKeepTheHighestWithTheFirstRecordsOtherFields() throws Exception {
        List<Reading> results =
                run(
                        n -> new Reading("s" + n % 5, (int) (n * 7_919 % 1_000)),
                        Reading.class,
                        records -> records.keyBy(Reading::sensor).max("value"));

        assertThat(results)
                .extracting(Reading::sensor)
                .containsExactlyInAnyOrder("s0", "s1", "s2", "s3", "s4");
        assertThat(results).allMatch(each -> each.value() >= 995);
    }
}
