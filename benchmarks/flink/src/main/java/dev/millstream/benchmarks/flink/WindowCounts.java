package dev.millstream.benchmarks.flink;

import dev.millstream.benchmarks.process.Assignment;
import dev.millstream.benchmarks.workload.Event;
import dev.millstream.benchmarks.workload.Events;
import dev.millstream.benchmarks.workload.Fingerprints;
import java.time.Duration;
import org.apache.flink.api.common.eventtime.WatermarkStrategy;
import org.apache.flink.api.common.functions.AggregateFunction;
import org.apache.flink.api.common.typeinfo.TypeInformation;
import org.apache.flink.api.common.typeinfo.Types;
import org.apache.flink.api.java.tuple.Tuple3;
import org.apache.flink.streaming.api.environment.StreamExecutionEnvironment;
import org.apache.flink.streaming.api.windowing.assigners.SlidingEventTimeWindows;
import org.apache.flink.streaming.api.windowing.assigners.TumblingEventTimeWindows;
import org.apache.flink.streaming.api.windowing.assigners.WindowAssigner;
import org.apache.flink.streaming.api.windowing.windows.TimeWindow;

/** W3 and W4. */
final class WindowCounts {
    private static final TypeInformation<Tuple3<Long, Long, Long>> TRIPLE =
            Types.TUPLE(Types.LONG, Types.LONG, Types.LONG);

    private WindowCounts() {}

    static void sliding(StreamExecutionEnvironment env, Assignment assignment) {
        counts(
                env,
                assignment,
                Events.FEW_KEYS,
                SlidingEventTimeWindows.of(Duration.ofSeconds(10), Duration.ofSeconds(1)));
    }

    static void tumbling(StreamExecutionEnvironment env, Assignment assignment) {
        counts(
                env,
                assignment,
                Events.MANY_KEYS,
                TumblingEventTimeWindows.of(Duration.ofSeconds(1)));
    }

    private static void counts(
            StreamExecutionEnvironment env,
            Assignment assignment,
            int keys,
            WindowAssigner<Object, TimeWindow> windows) {
        long count = assignment.units();
        Generated.stream(
                        env,
                        count,
                        position -> tuple(Events.timed(position, count, keys)),
                        TRIPLE,
                        WatermarkStrategy.<Tuple3<Long, Long, Long>>forMonotonousTimestamps()
                                .withTimestampAssigner((event, _) -> event.f2))
                .keyBy(event -> event.f0, Types.LONG)
                .window(windows)
                .aggregate(new CountAndSum(), TypeInformation.of(Totals.class), TRIPLE)
                .sinkTo(
                        new TallySink<>(
                                assignment.results(),
                                result -> Fingerprints.window(result.f0, result.f1, result.f2)));
    }

    private static Tuple3<Long, Long, Long> tuple(Event event) {
        return Tuple3.of(event.key(), event.value(), event.time());
    }

    /** Count and sum of a key's events, changed in place without a box for each number. */
    public static class Totals {
        public long key;
        public long count;
        public long sum;

        /** Nothing so far. */
        public Totals() {}
    }

    /** Key, count and sum. */
    private static final class CountAndSum
            implements AggregateFunction<
                    Tuple3<Long, Long, Long>, Totals, Tuple3<Long, Long, Long>> {
        private static final long serialVersionUID = 1L;

        @Override
        public Totals createAccumulator() {
            return new Totals();
        }

        @Override
        public Totals add(Tuple3<Long, Long, Long> event, Totals totals) {
            totals.key = event.f0;
            totals.count++;
            totals.sum += event.f1;
            return totals;
        }

        @Override
        public Tuple3<Long, Long, Long> getResult(Totals totals) {
            return Tuple3.of(totals.key, totals.count, totals.sum);
        }

        @Override
        public Totals merge(Totals one, Totals other) {
            one.count += other.count;
            one.sum += other.sum;
            return one;
        }
    }
}
