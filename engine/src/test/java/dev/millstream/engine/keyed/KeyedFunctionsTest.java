package dev.millstream.engine.keyed;

import static org.assertj.core.api.Assertions.assertThat;

import dev.millstream.api.common.RuntimeExecutionMode;
import dev.millstream.api.common.functions.AggregateFunction;
import dev.millstream.api.common.functions.OpenContext;
import dev.millstream.api.common.functions.RichFlatMapFunction;
import dev.millstream.api.common.state.AggregatingState;
import dev.millstream.api.common.state.AggregatingStateDescriptor;
import dev.millstream.api.common.state.ListState;
import dev.millstream.api.common.state.ListStateDescriptor;
import dev.millstream.api.common.state.MapState;
import dev.millstream.api.common.state.MapStateDescriptor;
import dev.millstream.api.common.state.ReducingState;
import dev.millstream.api.common.state.ReducingStateDescriptor;
import dev.millstream.api.common.state.ValueState;
import dev.millstream.api.common.state.ValueStateDescriptor;
import dev.millstream.api.common.typeinfo.Types;
import dev.millstream.engine.harness.Results;
import dev.millstream.engine.harness.TestJob;
import dev.millstream.engine.harness.TestProcess;
import dev.millstream.streaming.api.TimeDomain;
import dev.millstream.streaming.api.environment.StreamExecutionEnvironment;
import dev.millstream.streaming.api.functions.KeyedProcessFunction;
import dev.millstream.util.Collector;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** State and timers in real programs. */
@SuppressWarnings("NullAway") // functions' fields are set by open(), and their state by records
class KeyedFunctionsTest {
    private static final int KEYS = 50;
    private static final int RECORDS = 2_000;

    private final TestProcess process = new TestProcess();

    @AfterEach
    void shouldLeaveNothingBehind() {
        process.awaitRest();
        process.close();
    }

    private interface Body<T> {
        void build(StreamExecutionEnvironment env, Results<T> results);
    }

    private <T> List<T> run(RuntimeExecutionMode mode, Body<T> body) throws Exception {
        Results<T> results = new Results<>();
        TestJob job =
                process.start(env -> {
                    env.setRuntimeMode(mode);
                    body.build(env, results);
                });
        job.await();
        assertThat(job.failures()).isEmpty();
        return results.values();
    }

    private static long sumOf(long key) {
        long sum = 0;
        for (long n = 1; n <= RECORDS; n++) {
            sum += n % KEYS == key ? n : 0;
        }
        return sum;
    }

    /** Sums, unboxed. */
    static final class Summing extends KeyedProcessFunction<Long, Long, String> {
        private static final long serialVersionUID = 1L;
        private transient ValueState<Long> sum;

        @Override
        public void open(OpenContext context) {
            sum = getRuntimeContext().getState(new ValueStateDescriptor<>("sum", Long.class));
        }

        @Override
        public void processElement(Long value, Context ctx, Collector<String> out) {
            Long soFar = sum.value();
            long now = (soFar == null ? 0 : soFar) + value;
            sum.update(now);
            out.collect(ctx.getCurrentKey() + "=" + now);
        }
    }

    @ParameterizedTest
    @EnumSource(RuntimeExecutionMode.class)
    void shouldKeepAValueForEachKey(RuntimeExecutionMode mode) throws Exception {
        List<String> results =
                run(
                        mode,
                        (env, sink) ->
                                env.fromSequence(1, RECORDS)
                                        .keyBy(n -> n % KEYS)
                                        .process(new Summing())
                                        .sinkTo(sink));

        assertThat(results).hasSize(RECORDS);
        for (long key = 0; key < KEYS; key++) {
            assertThat(results).contains(key + "=" + sumOf(key));
        }
    }

    /** Every kind of state at once; emits what is in them at a key's last record. */
    static final class Everything extends KeyedProcessFunction<String, Long, String> {
        private static final long serialVersionUID = 1L;
        private transient ValueState<Integer> count;
        private transient ValueState<List<Long>> pair;
        private transient ListState<Long> list;
        private transient MapState<String, Long> map;
        private transient ReducingState<Double> highest;
        private transient AggregatingState<Long, String> average;

        @Override
        public void open(OpenContext context) {
            var runtime = getRuntimeContext();
            count = runtime.getState(new ValueStateDescriptor<>("count", Integer.class));
            pair = runtime.getState(new ValueStateDescriptor<>("pair", Types.LIST(Types.LONG)));
            list = runtime.getListState(new ListStateDescriptor<>("list", Long.class));
            map = runtime.getMapState(new MapStateDescriptor<>("map", String.class, Long.class));
            highest =
                    runtime.getReducingState(
                            new ReducingStateDescriptor<>("highest", Math::max, Double.class));
            average =
                    runtime.getAggregatingState(
                            new AggregatingStateDescriptor<>(
                                    "average", new Average(), long[].class));
        }

        @Override
        public void processElement(Long value, Context ctx, Collector<String> out)
                throws Exception {
            Integer before = count.value();
            int now = before == null ? 1 : before + 1;
            count.update(now);
            list.add(value);
            map.put("m" + value % 3, value);
            highest.add((double) (value % 7));
            average.add(value);
            pair.update(List.of(value, (long) now));
            if (now == RECORDS / KEYS) {
                out.collect(
                        ctx.getCurrentKey()
                                + " "
                                + pair.value()
                                + sorted(list.get())
                                + new TreeMap<>(entries())
                                + highest.get()
                                + " "
                                + average.get());
                count.clear();
                list.clear();
                map.clear();
                highest.clear();
                average.clear();
                pair.clear();
                if (count.value() != null || list.get().iterator().hasNext() || !map.isEmpty()) {
                    out.collect("something is left");
                }
            }
        }

        private Map<String, Long> entries() throws Exception {
            Map<String, Long> all = new TreeMap<>();
            for (Map.Entry<String, Long> entry : map.entries()) {
                all.put(entry.getKey(), entry.getValue() % 3);
            }
            return all;
        }

        private static List<Long> sorted(Iterable<Long> values) {
            List<Long> sorted = new ArrayList<>();
            values.forEach(sorted::add);
            sorted.sort(null);
            return sorted;
        }
    }

    /** Changes its accumulator in place. */
    static final class Average implements AggregateFunction<Long, long[], String> {
        private static final long serialVersionUID = 1L;

        @Override
        public long[] createAccumulator() {
            return new long[2];
        }

        @Override
        public long[] add(Long value, long[] accumulator) {
            accumulator[0] += value;
            accumulator[1]++;
            return accumulator;
        }

        @Override
        public String getResult(long[] accumulator) {
            return accumulator[0] + "/" + accumulator[1];
        }

        @Override
        public long[] merge(long[] a, long[] b) {
            return new long[] {a[0] + b[0], a[1] + b[1]};
        }
    }

    @ParameterizedTest
    @EnumSource(RuntimeExecutionMode.class)
    void shouldKeepStatesOfAllKinds(RuntimeExecutionMode mode) throws Exception {
        List<String> results =
                run(
                        mode,
                        (env, sink) ->
                                env.fromSequence(1, RECORDS)
                                        .setParallelism(1)
                                        .keyBy(n -> "key " + n % KEYS)
                                        .process(new Everything())
                                        .sinkTo(sink));

        assertThat(results).hasSize(KEYS);
        for (String result : results) {
            assertThat(result).startsWith("key ").contains("6.0").endsWith("/40");
        }
        assertThat(results)
                .anyMatch(result ->
                        result.startsWith("key 0 [2000, 40][50, 100, 150, ")
                                && result.contains("{m0=0, m1=1, m2=2}")
                                && result.endsWith(sumOf(0) + "/40"));
    }

    /** Registers each timer twice, takes each third one back, and counts what fires. */
    static final class Timing extends KeyedProcessFunction<Long, Long, String> {
        private static final long serialVersionUID = 1L;
        private transient ValueState<Long> last;

        @Override
        public void open(OpenContext context) {
            last = getRuntimeContext().getState(new ValueStateDescriptor<>("last", Long.class));
        }

        @Override
        public void processElement(Long value, Context ctx, Collector<String> out) {
            long time = 1_000_000 + value * 10;
            ctx.timerService().registerEventTimeTimer(time);
            ctx.timerService().registerEventTimeTimer(time);
            if (value % 3 == 0) {
                ctx.timerService().deleteEventTimeTimer(time);
            }
        }

        @Override
        public void onTimer(long timestamp, OnTimerContext ctx, Collector<String> out) {
            Long before = last.value();
            if (before != null && before > timestamp) {
                out.collect("fired too late: " + timestamp + " after " + before);
            }
            last.update(timestamp);
            if (ctx.timeDomain() != TimeDomain.EVENT_TIME
                    || ctx.timerService().currentWatermark() < timestamp
                    || !Long.valueOf(timestamp).equals(ctx.timestamp())) {
                out.collect("wrong context");
            }
            out.collect(ctx.getCurrentKey() + "@" + timestamp);
        }
    }

    @ParameterizedTest
    @EnumSource(RuntimeExecutionMode.class)
    void shouldFireTimersOnceInOrderUnlessTakenBack(RuntimeExecutionMode mode) throws Exception {
        List<String> results =
                run(
                        mode,
                        (env, sink) ->
                                env.fromSequence(1, RECORDS)
                                        .keyBy(n -> n % KEYS)
                                        .process(new Timing())
                                        .sinkTo(sink));

        List<String> expected = new ArrayList<>();
        for (long n = 1; n <= RECORDS; n++) {
            if (n % 3 != 0) {
                expected.add(n % KEYS + "@" + (1_000_000 + n * 10));
            }
        }
        assertThat(results).containsExactlyInAnyOrderElementsOf(expected);
    }

    /** Each timer starts the next one, up to the fifth. */
    static final class Chaining extends KeyedProcessFunction<Long, Long, String> {
        private static final long serialVersionUID = 1L;

        @Override
        public void processElement(Long value, Context ctx, Collector<String> out) {
            ctx.timerService().registerEventTimeTimer(1);
        }

        @Override
        public void onTimer(long timestamp, OnTimerContext ctx, Collector<String> out) {
            out.collect(ctx.getCurrentKey() + "@" + timestamp);
            if (timestamp < 5) {
                ctx.timerService().registerEventTimeTimer(timestamp + 1);
            }
        }
    }

    @ParameterizedTest
    @EnumSource(RuntimeExecutionMode.class)
    void shouldFireTimersThatTimersRegister(RuntimeExecutionMode mode) throws Exception {
        List<String> results =
                run(
                        mode,
                        (env, sink) ->
                                env.fromSequence(1, 2)
                                        .keyBy(n -> n)
                                        .process(new Chaining())
                                        .sinkTo(sink));

        assertThat(results)
                .containsExactlyInAnyOrder(
                        "1@1", "1@2", "1@3", "1@4", "1@5", "2@1", "2@2", "2@3", "2@4", "2@5");
    }

    @ParameterizedTest
    @EnumSource(RuntimeExecutionMode.class)
    void shouldShareStateAndTimersBetweenTwoStreams(RuntimeExecutionMode mode) throws Exception {
        List<String> results =
                run(
                        mode,
                        (env, sink) ->
                                env.fromSequence(1, 5)
                                        .connect(env.fromData("3", "4", "6"))
                                        .keyBy(n -> n, text -> Long.parseLong(text))
                                        .process(new Pairing())
                                        .sinkTo(sink));

        assertThat(results)
                .containsExactlyInAnyOrder(
                        "1:1,null", "2:2,null", "3:3,3", "4:4,4", "5:5,null", "6:null,6");
    }

    /** Counts by key in an ordinary rich function. */
    static final class Counting extends RichFlatMapFunction<Long, String> {
        private static final long serialVersionUID = 1L;
        private transient ValueState<Integer> count;

        @Override
        public void open(OpenContext context) {
            count = getRuntimeContext().getState(new ValueStateDescriptor<>("n", Integer.class, 0));
        }

        @Override
        public void flatMap(Long value, Collector<String> out) {
            count.update(count.value() + 1);
            out.collect(value % 3 + "#" + count.value());
        }
    }

    @ParameterizedTest
    @EnumSource(RuntimeExecutionMode.class)
    void shouldGiveRichFunctionsStateByKey(RuntimeExecutionMode mode) throws Exception {
        List<String> results =
                run(
                        mode,
                        (env, sink) ->
                                env.fromSequence(1, 6)
                                        .keyBy(n -> n % 3)
                                        .flatMap(new Counting())
                                        .sinkTo(sink));

        assertThat(results).containsExactlyInAnyOrder("0#1", "0#2", "1#1", "1#2", "2#1", "2#2");
    }

    @Test
    void shouldGroupMoreRecordsThanMemoryHoldsInBatchMode() throws Exception {
        process.managedMemory(0);
        List<String> results =
                run(
                        RuntimeExecutionMode.BATCH,
                        (env, sink) ->
                                env.fromSequence(1, 20_000)
                                        .keyBy(n -> n % 1_000)
                                        .process(new Timing())
                                        .sinkTo(sink));

        assertThat(results).hasSize(20_000 - 20_000 / 3).doesNotContain("wrong context");
        assertThat(process.isMarked("batch.spilled")).isTrue();
    }
}
