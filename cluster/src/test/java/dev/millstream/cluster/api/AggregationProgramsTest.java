package dev.millstream.cluster.api;

import static org.assertj.core.api.Assertions.assertThat;

import dev.millstream.api.common.RuntimeExecutionMode;
import dev.millstream.api.java.tuple.Tuple3;
import dev.millstream.cluster.MiniCluster;
import dev.millstream.cluster.Programs;
import dev.millstream.streaming.api.datastream.DataStream;
import dev.millstream.streaming.api.datastream.KeyedStream;
import dev.millstream.streaming.api.environment.StreamExecutionEnvironment;
import java.util.List;
import java.util.function.Function;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** Running and final results of keyed streams, on a cluster. */
class AggregationProgramsTest {
    private static MiniCluster cluster;

    /** A reading of a sensor. */
    record Measure(String sensor, int value, long number) {
        Measure withValue(int other) {
            return new Measure(sensor, other, number);
        }
    }

    private static final List<Measure> MEASURES =
            List.of(
                    new Measure("a", 3, 1),
                    new Measure("b", 10, 2),
                    new Measure("a", 1, 3),
                    new Measure("a", 1, 4),
                    new Measure("b", 20, 5),
                    new Measure("a", 3, 6));

    @BeforeAll
    static void start() {
        cluster = MiniCluster.builder().taskManagers(2).slotsPerTaskManager(2).start();
    }

    @AfterAll
    static void close() {
        cluster.close();
    }

    /** The results for one sensor, in order. */
    private static List<String> results(
            Function<KeyedStream<Measure, String>, DataStream<Measure>> aggregation)
            throws Exception {
        StreamExecutionEnvironment env = Programs.on(cluster, 3);
        DataStream<Measure> result =
                aggregation.apply(env.fromData(MEASURES).keyBy(Measure::sensor));
        return Programs.collect(result).stream()
                .filter(measure -> measure.sensor().equals("a"))
                .map(measure -> measure.value() + "@" + measure.number())
                .toList();
    }

    @Test
    void shouldAddUp() throws Exception {
        List<String> expected = List.of("3@1", "4@1", "5@1", "8@1");
        assertThat(results(keyed -> keyed.sum("value"))).isEqualTo(expected);
        assertThat(results(keyed -> keyed.sum(1))).isEqualTo(expected);
        assertThat(results(keyed -> keyed.sum(Measure::value))).isEqualTo(expected);
        assertThat(results(keyed -> keyed.sum(Measure::value, Measure::withValue)))
                .isEqualTo(expected);
    }

    @Test
    void shouldKeepTheLowestAndHighestValue() throws Exception {
        assertThat(results(keyed -> keyed.min("value")))
                .containsExactly("3@1", "1@1", "1@1", "1@1");
        assertThat(results(keyed -> keyed.max(1))).containsExactly("3@1", "3@1", "3@1", "3@1");
        assertThat(results(keyed -> keyed.min(Measure::value, Measure::withValue))).endsWith("1@1");
    }

    @Test
    void shouldKeepTheRecordWithTheLowestOrHighestValue() throws Exception {
        assertThat(results(keyed -> keyed.minBy("value")))
                .containsExactly("3@1", "1@3", "1@3", "1@3");
        assertThat(results(keyed -> keyed.minBy("value", false)))
                .containsExactly("3@1", "1@3", "1@4", "1@4");
        assertThat(results(keyed -> keyed.maxBy(1, false)))
                .containsExactly("3@1", "3@1", "3@1", "3@6");
        assertThat(results(keyed -> keyed.maxBy(Measure::value)))
                .containsExactly("3@1", "3@1", "3@1", "3@1");
    }

    @Test
    void shouldAggregateTuples() throws Exception {
        StreamExecutionEnvironment env = Programs.on(cluster, 2);
        DataStream<Tuple3<String, Integer, Double>> sums =
                env.fromData(
                                Tuple3.of("x", 1, 0.5),
                                Tuple3.of("x", 2, 0.25),
                                Tuple3.of("x", 3, 0.125))
                        .keyBy(tuple -> tuple.f0)
                        .sum("f2");
        assertThat(Programs.collect(sums))
                .containsExactly(
                        Tuple3.of("x", 1, 0.5), Tuple3.of("x", 1, 0.75), Tuple3.of("x", 1, 0.875));
    }

    @Test
    void shouldGiveOneFinalResultForEachKeyInBatchMode() throws Exception {
        StreamExecutionEnvironment env =
                Programs.on(cluster, 3).setRuntimeMode(RuntimeExecutionMode.BATCH);
        DataStream<Measure> sums = env.fromData(MEASURES).keyBy(Measure::sensor).sum("value");
        assertThat(Programs.collect(sums))
                .extracting(measure -> measure.sensor() + measure.value())
                .containsExactlyInAnyOrder("a8", "b30");
    }

    @Test
    void shouldTakeAutomaticModeForBatchWhenTheInputEnds() throws Exception {
        StreamExecutionEnvironment env =
                Programs.on(cluster, 2).setRuntimeMode(RuntimeExecutionMode.AUTOMATIC);
        DataStream<Long> counts =
                env.fromSequence(1, 100).map(n -> 1L).keyBy(n -> "all").reduce(Long::sum);
        assertThat(Programs.collect(counts)).containsExactly(100L);
    }
}
