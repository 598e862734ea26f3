package dev.millstream.cluster.api;

import static org.assertj.core.api.Assertions.assertThat;

import dev.millstream.api.common.JobExecutionResult;
import dev.millstream.api.common.accumulators.AverageAccumulator;
import dev.millstream.api.common.accumulators.LongMaximum;
import dev.millstream.api.common.functions.OpenContext;
import dev.millstream.api.common.functions.RichFlatMapFunction;
import dev.millstream.api.common.functions.RuntimeContext;
import dev.millstream.cluster.MiniCluster;
import dev.millstream.cluster.Programs;
import dev.millstream.streaming.api.datastream.DataStream;
import dev.millstream.streaming.api.datastream.SingleOutputStreamOperator;
import dev.millstream.streaming.api.environment.StreamExecutionEnvironment;
import dev.millstream.streaming.api.functions.ProcessFunction;
import dev.millstream.streaming.api.functions.co.CoFlatMapFunction;
import dev.millstream.streaming.api.functions.sink.v2.DiscardingSink;
import dev.millstream.util.CloseableIterator;
import dev.millstream.util.Collector;
import dev.millstream.util.OutputTag;
import java.util.ArrayList;
import java.util.List;
import java.util.Queue;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentLinkedQueue;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** What functions can do, on a cluster. */
class FunctionProgramsTest {
    private static MiniCluster cluster;

    @BeforeAll
    static void start() {
        cluster = MiniCluster.builder().taskManagers(2).slotsPerTaskManager(2).start();
    }

    @AfterAll
    static void close() {
        cluster.close();
    }

    /** Even numbers go on; odd ones to a side output, and those above 8 to another, too. */
    static final class Sorting extends ProcessFunction<Long, Long> {
        private static final long serialVersionUID = 1L;
        static final OutputTag<String> ODD = new OutputTag<>("odd") {};
        static final OutputTag<Long> HIGH = new OutputTag<>("high") {};

        @Override
        public void processElement(Long value, Context context, Collector<Long> out) {
            if (value % 2 == 0) {
                out.collect(value);
            } else {
                context.output(ODD, "odd " + value);
            }
            if (value > 8) {
                context.output(HIGH, value);
            }
        }
    }

    @Test
    void shouldEmitToSideOutputs() throws Exception {
        StreamExecutionEnvironment env = Programs.on(cluster, 2);
        SingleOutputStreamOperator<Long> even = env.fromSequence(1, 10).process(new Sorting());
        CloseableIterator<String> odd = even.getSideOutput(Sorting.ODD).collectAsync();
        CloseableIterator<Long> high = even.getSideOutput(Sorting.HIGH).collectAsync();
        CloseableIterator<Long> main = even.collectAsync();
        env.executeAsync("side outputs");
        assertThat(drained(main)).containsExactlyInAnyOrder(2L, 4L, 6L, 8L, 10L);
        assertThat(drained(odd))
                .containsExactlyInAnyOrder("odd 1", "odd 3", "odd 5", "odd 7", "odd 9");
        assertThat(drained(high)).containsExactlyInAnyOrder(9L, 10L);
    }

    private static <T> List<T> drained(CloseableIterator<T> records) throws Exception {
        List<T> all = new ArrayList<>();
        try (records) {
            records.forEachRemaining(all::add);
        }
        return all;
    }

    @Test
    void shouldUniteStreamsAndOneWithItself() throws Exception {
        StreamExecutionEnvironment env = Programs.on(cluster, 2);
        DataStream<Long> first = env.fromSequence(1, 3);
        DataStream<Long> all = first.union(env.fromSequence(11, 12), first).filter(n -> n != 2);
        assertThat(Programs.collect(all)).containsExactlyInAnyOrder(1L, 1L, 3L, 3L, 11L, 12L);
    }

    /** Lets through the words that the other stream allows, whichever comes first. */
    static final class Allowed implements CoFlatMapFunction<String, String, String> {
        private static final long serialVersionUID = 1L;
        private final TreeMap<String, Integer> waiting = new TreeMap<>();
        private final TreeMap<String, Boolean> allowed = new TreeMap<>();

        @Override
        public void flatMap1(String word, Collector<String> out) {
            if (allowed.containsKey(word)) {
                out.collect(word);
            } else {
                waiting.merge(word, 1, Integer::sum);
            }
        }

        @Override
        public void flatMap2(String word, Collector<String> out) {
            allowed.put(word, true);
            Integer count = waiting.remove(word);
            for (int i = 0; count != null && i < count; i++) {
                out.collect(word);
            }
        }
    }

    @Test
    void shouldBringKeysOfConnectedStreamsTogether() throws Exception {
        StreamExecutionEnvironment env = Programs.on(cluster, 4);
        DataStream<String> passed =
                env.fromData("a", "b", "c", "a", "d", "b")
                        .connect(env.fromData("a", "d", "e"))
                        .keyBy(word -> word, word -> word)
                        .flatMap(new Allowed());
        assertThat(Programs.collect(passed)).containsExactlyInAnyOrder("a", "a", "d");
    }

    /** Tells what is called, and what the runtime context says. */
    static final class Telling extends RichFlatMapFunction<Long, Long> {
        private static final long serialVersionUID = 1L;
        static final Queue<String> CALLS = new ConcurrentLinkedQueue<>();

        @Override
        public void open(OpenContext context) {
            CALLS.add("open " + where());
        }

        @Override
        public void flatMap(Long value, Collector<Long> out) {
            CALLS.add("value " + where());
        }

        @Override
        public void close() {
            CALLS.add("close " + where());
        }

        private String where() {
            RuntimeContext runtime = getRuntimeContext();
            return runtime.getJobInfo().getJobName()
                    + ", "
                    + runtime.getTaskInfo().getIndexOfThisSubtask()
                    + " of "
                    + runtime.getTaskInfo().getNumberOfParallelSubtasks()
                    + " at most "
                    + runtime.getTaskInfo().getMaxNumberOfParallelSubtasks()
                    + ", attempt "
                    + runtime.getTaskInfo().getAttemptNumber();
        }
    }

    @Test
    void shouldOpenAndCloseRichFunctionsInEachSubtask() throws Exception {
        StreamExecutionEnvironment env = Programs.on(cluster, 2);
        env.fromSequence(1, 2)
                .rebalance()
                .flatMap(new Telling())
                .setMaxParallelism(50)
                .sinkTo(new DiscardingSink<>());
        env.execute("rich");
        for (int subtask = 0; subtask < 2; subtask++) {
            String where = "rich, " + subtask + " of 2 at most 50, attempt 0";
            assertThat(Telling.CALLS)
                    .filteredOn(call -> call.endsWith(where))
                    .startsWith("open " + where)
                    .endsWith("close " + where);
        }
        assertThat(Telling.CALLS).filteredOn(call -> call.startsWith("value")).hasSize(2);
        assertThat(Telling.CALLS).hasSize(6);
    }

    /** Counts in every kind of accumulator. */
    static final class Counting extends RichFlatMapFunction<Long, Long> {
        private static final long serialVersionUID = 1L;
        private final AverageAccumulator average = new AverageAccumulator();
        private final LongMaximum highest = new LongMaximum();

        @Override
        public void open(OpenContext context) {
            getRuntimeContext().addAccumulator("average", average);
            getRuntimeContext().addAccumulator("highest", highest);
        }

        @Override
        public void flatMap(Long value, Collector<Long> out) {
            average.add((double) value);
            highest.add(value);
            RuntimeContext runtime = getRuntimeContext();
            runtime.getIntCounter("ints").add(1);
            runtime.getLongCounter("longs").add(value);
            runtime.getDoubleCounter("doubles").add(0.5);
            runtime.getHistogram("digits").add((int) (value % 3));
        }
    }

    @Test
    void shouldMergeAccumulatorsOfAllSubtasks() throws Exception {
        StreamExecutionEnvironment env = Programs.on(cluster, 4);
        env.fromSequence(1, 100).rebalance().flatMap(new Counting()).sinkTo(new DiscardingSink<>());
        JobExecutionResult result = env.execute("accumulate");
        assertThat(result.<Integer>getAccumulatorResult("ints")).isEqualTo(100);
        assertThat(result.<Long>getAccumulatorResult("longs")).isEqualTo(5_050);
        assertThat(result.<Double>getAccumulatorResult("doubles")).isEqualTo(50);
        assertThat(result.<Double>getAccumulatorResult("average")).isEqualTo(50.5);
        assertThat(result.<Long>getAccumulatorResult("highest")).isEqualTo(100);
        assertThat(result.<TreeMap<Integer, Integer>>getAccumulatorResult("digits"))
                .containsEntry(0, 33)
                .containsEntry(1, 34)
                .containsEntry(2, 33);
        assertThat(result.getAllAccumulatorResults()).hasSize(6);
    }
}
