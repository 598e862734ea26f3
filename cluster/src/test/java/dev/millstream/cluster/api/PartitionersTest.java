package dev.millstream.cluster.api;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.millstream.api.common.functions.RichMapFunction;
import dev.millstream.api.java.tuple.Tuple2;
import dev.millstream.cluster.MiniCluster;
import dev.millstream.cluster.Programs;
import dev.millstream.streaming.api.datastream.DataStream;
import dev.millstream.streaming.api.environment.StreamExecutionEnvironment;
import dev.millstream.types.key.KeyGroups;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.LongStream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** Each partitioner on a cluster: who gets which record. */
class PartitionersTest {
    private static final int PARALLELISM = 4;
    private static final int RECORDS = 400;

    private static MiniCluster cluster;

    @BeforeAll
    static void start() {
        cluster = MiniCluster.builder().taskManagers(2).slotsPerTaskManager(2).start();
    }

    @AfterAll
    static void close() {
        cluster.close();
    }

    /** A stream that one subtask emits. */
    private static DataStream<Long> numbers(StreamExecutionEnvironment env) {
        return env.fromData(LongStream.range(0, RECORDS).boxed().toList());
    }

    private static StreamExecutionEnvironment env() throws Exception {
        return Programs.on(cluster, PARALLELISM);
    }

    /** What each subtask behind a stream gets. */
    private static Map<Integer, List<Long>> bySubtask(DataStream<Long> stream) throws Exception {
        Map<Integer, List<Long>> received = new TreeMap<>();
        for (Seen seen : Programs.collect(stream.map(new Seen.ByTask()))) {
            received.computeIfAbsent(seen.subtask(), _ -> new ArrayList<>()).add(seen.value());
        }
        return received;
    }

    private static List<Long> all(Map<Integer, List<Long>> received) {
        return received.values().stream().flatMap(List::stream).sorted().toList();
    }

    private static List<Long> sent() {
        return LongStream.range(0, RECORDS).boxed().toList();
    }

    @Test
    void shouldRebalance() throws Exception {
        Map<Integer, List<Long>> received = bySubtask(numbers(env()).rebalance());
        assertThat(all(received)).isEqualTo(sent());
        assertThat(received).hasSize(PARALLELISM);
        assertThat(received.values())
                .allSatisfy(records -> assertThat(records).hasSize(RECORDS / PARALLELISM));
    }

    @Test
    void shouldShuffle() throws Exception {
        Map<Integer, List<Long>> received = bySubtask(numbers(env()).shuffle());
        assertThat(all(received)).isEqualTo(sent());
        assertThat(received).hasSize(PARALLELISM);
    }

    @Test
    void shouldBroadcast() throws Exception {
        Map<Integer, List<Long>> received = bySubtask(numbers(env()).broadcast());
        assertThat(received).hasSize(PARALLELISM);
        assertThat(received.values()).allSatisfy(each -> assertThat(each).isEqualTo(sent()));
    }

    @Test
    void shouldSendAllToTheFirst() throws Exception {
        DataStream<Long> parallel = env().fromSequence(0, RECORDS - 1).setParallelism(2);
        Map<Integer, List<Long>> received = bySubtask(parallel.global());
        assertThat(received).containsOnlyKeys(0);
        assertThat(all(received)).isEqualTo(sent());
    }

    @Test
    void shouldPartitionAsTheUserSays() throws Exception {
        Map<Integer, List<Long>> received =
                bySubtask(
                        numbers(env())
                                .partitionCustom(
                                        (digit, partitions) -> digit % (partitions - 1),
                                        value -> (int) (value % 10)));
        assertThat(all(received)).isEqualTo(sent());
        assertThat(received).containsOnlyKeys(0, 1, 2);
        received.forEach((subtask, values) ->
                assertThat(values).allMatch(value -> value % 10 % 3 == subtask));
    }

    @Test
    void shouldFailWhenTheUserSaysAPartitionThatIsNone() throws Exception {
        DataStream<Long> wrong =
                numbers(env()).partitionCustom((key, partitions) -> partitions, value -> value);
        assertThatThrownBy(() -> bySubtask(wrong)).hasMessageContaining("4");
    }

    @Test
    void shouldKeepTheSubtaskWhenForwarding() throws Exception {
        List<Tuple2<Integer, Integer>> ways = ways(3, 3, true);
        assertThat(ways).hasSize(RECORDS).allMatch(way -> way.f0.equals(way.f1));
    }

    /** A subtask that is quick may read all of the source, so not every way need be taken. */
    @Test
    void shouldRescaleToNeighbours() throws Exception {
        List<Tuple2<Integer, Integer>> wider = ways(2, 4, false);
        assertThat(wider).hasSize(RECORDS).allMatch(way -> way.f1 / 2 == way.f0);
        assertThat(wider.stream().distinct()).hasSizeGreaterThanOrEqualTo(2);
        List<Tuple2<Integer, Integer>> narrower = ways(4, 2, false);
        assertThat(narrower).hasSize(RECORDS).allMatch(way -> way.f0 / 2 == way.f1);
    }

    /** From which subtask to which each record goes. */
    private static List<Tuple2<Integer, Integer>> ways(int senders, int receivers, boolean forward)
            throws Exception {
        DataStream<Integer> from =
                env().fromSequence(1, RECORDS)
                        .setParallelism(senders)
                        .map(new Subtask<Long>())
                        .setParallelism(senders)
                        .map(way -> way.f1)
                        .setParallelism(senders);
        return Programs.collect(
                (forward ? from.forward() : from.rescale())
                        .map(new Subtask<Integer>())
                        .setParallelism(receivers)
                        .disableChaining());
    }

    /** Pairs a record with the index of the subtask that sees it. */
    static final class Subtask<T> extends RichMapFunction<T, Tuple2<T, Integer>> {
        private static final long serialVersionUID = 1L;

        @Override
        public Tuple2<T, Integer> map(T value) {
            return Tuple2.of(value, getRuntimeContext().getTaskInfo().getIndexOfThisSubtask());
        }
    }

    @Test
    void shouldSendAKeyToTheOwnerOfItsGroup() throws Exception {
        for (int maxParallelism : List.of(7, 128)) {
            StreamExecutionEnvironment env = env().setMaxParallelism(maxParallelism);
            Map<Integer, List<Long>> received = bySubtask(numbers(env).keyBy(value -> value));
            assertThat(all(received)).isEqualTo(sent());
            received.forEach((subtask, values) ->
                    assertThat(values).allMatch(value -> owner(value, maxParallelism) == subtask));
        }
    }

    private static int owner(Long key, int maxParallelism) {
        return KeyGroups.subtask(
                KeyGroups.assign(key, maxParallelism), maxParallelism, PARALLELISM);
    }
}
