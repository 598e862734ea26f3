package dev.millstream.cluster.api;

import static org.assertj.core.api.Assertions.assertThat;

import dev.millstream.cluster.MiniCluster;
import dev.millstream.cluster.Programs;
import dev.millstream.streaming.api.datastream.SingleOutputStreamOperator;
import dev.millstream.streaming.api.environment.StreamExecutionEnvironment;
import dev.millstream.util.CloseableIterator;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.TreeSet;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** Which operators share tasks and slots, on a cluster. */
class PlacementProgramsTest {
    private static final int PARALLELISM = 3;

    private static MiniCluster cluster;

    @BeforeAll
    static void start() {
        cluster = MiniCluster.builder().taskManagers(2).slotsPerTaskManager(4).start();
    }

    @AfterAll
    static void close() {
        cluster.close();
    }

    private static SingleOutputStreamOperator<Seen> seen(StreamExecutionEnvironment env) {
        return env.fromSequence(1, 300).rebalance().map(new Seen.ByTask());
    }

    private static SingleOutputStreamOperator<Seen> next(SingleOutputStreamOperator<Seen> before) {
        return before.map(Seen::value).map(new Seen.ByTask());
    }

    /** For each stream: the slot of each subtask. */
    @SafeVarargs
    private static List<Map<Integer, String>> slots(
            StreamExecutionEnvironment env, SingleOutputStreamOperator<Seen>... streams)
            throws Exception {
        List<CloseableIterator<Seen>> results = new ArrayList<>();
        for (SingleOutputStreamOperator<Seen> stream : streams) {
            results.add(stream.collectAsync());
        }
        env.executeAsync("placement");
        List<Map<Integer, String>> slots = new ArrayList<>();
        for (CloseableIterator<Seen> result : results) {
            Map<Integer, String> found = new TreeMap<>();
            result.forEachRemaining(seen -> found.put(seen.subtask(), seen.slot()));
            result.close();
            assertThat(found).hasSize(PARALLELISM);
            slots.add(found);
        }
        return slots;
    }

    @Test
    void shouldShareSlotsAmongOperatorsOfAGroup() throws Exception {
        StreamExecutionEnvironment env = Programs.on(cluster, PARALLELISM);
        SingleOutputStreamOperator<Seen> first = seen(env);
        SingleOutputStreamOperator<Seen> second =
                first.map(Seen::value).rebalance().map(new Seen.ByTask());
        List<Map<Integer, String>> slots = slots(env, first, second);
        assertThat(slots.get(0)).isEqualTo(slots.get(1));
        assertThat(new TreeSet<>(slots.get(0).values())).hasSize(PARALLELISM);
    }

    @Test
    void shouldKeepSlotsOfDifferentGroupsApart() throws Exception {
        StreamExecutionEnvironment env = Programs.on(cluster, PARALLELISM);
        SingleOutputStreamOperator<Seen> first = seen(env);
        SingleOutputStreamOperator<Seen> other =
                first.map(Seen::value).rebalance().map(new Seen.ByTask()).slotSharingGroup("other");
        List<Map<Integer, String>> slots = slots(env, first, other);
        assertThat(slots.get(0).values()).doesNotContainAnyElementsOf(slots.get(1).values());
    }

    @Test
    void shouldPutCoLocatedSubtasksIntoOneSlot() throws Exception {
        StreamExecutionEnvironment env = Programs.on(cluster, PARALLELISM);
        SingleOutputStreamOperator<Seen> one = seen(env).uid("one");
        SingleOutputStreamOperator<Seen> other =
                env.fromSequence(1, 300)
                        .rebalance()
                        .map(new Seen.ByTask())
                        .uid("other")
                        .coLocateWith(one);
        List<Map<Integer, String>> slots = slots(env, one, other);
        assertThat(slots.get(0)).isEqualTo(slots.get(1));
    }

    private static String task(SingleOutputStreamOperator<Seen> stream) throws Exception {
        return Programs.collect(stream).getFirst().task();
    }

    @Test
    void shouldRunAChainAsOneTask() throws Exception {
        StreamExecutionEnvironment env = Programs.on(cluster, 1);
        assertThat(task(next(seen(env).name("one")).name("two"))).contains("one", "two");
    }

    @Test
    void shouldRunAnOperatorInATaskOfItsOwn() throws Exception {
        StreamExecutionEnvironment env = Programs.on(cluster, 1);
        assertThat(task(next(seen(env).name("one")).name("two").disableChaining()))
                .isEqualTo("two");
    }

    @Test
    void shouldBeginAnotherChainWhereTheUserSays() throws Exception {
        StreamExecutionEnvironment env = Programs.on(cluster, 1);
        assertThat(task(next(seen(env).name("one")).name("two").startNewChain()))
                .contains("two")
                .doesNotContain("one");
    }

    @Test
    void shouldChainNothingWhenChainingIsOff() throws Exception {
        StreamExecutionEnvironment env = Programs.on(cluster, 1).disableOperatorChaining();
        assertThat(task(next(seen(env).name("one")).name("two"))).isEqualTo("two");
    }
}
