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
                .aggregate(new CountAndSum(), TRIPLE, TRIPLE)
                .sinkTo(
                        new TallySink<>(
                                assignment.results(),
                                result -> Fingerprints.window(result.f0, result.f1, result.f2)));
    }

    private static Tuple3<Long, Long, Long> tuple(Event event) {
        return Tuple3.of(event.key(), event.value(), event.time());
    }

    /** Key, count and sum. */
    private static final class CountAndSum
            implements AggregateFunction<
                    Tuple3<Long, Long, Long>, Tuple3<Long, Long, Long>, Tuple3<Long, Long, Long>> {
        private static final long serialVersionUID = 1L;

        @Override
        public Tuple3<Long, Long, Long> createAccumulator() {
            return Tuple3.of(0L, 0L, 0L);
        }

        @Override
        public Tuple3<Long, Long, Long> add(
                Tuple3<Long, Long, Long> event, Tuple3<Long, Long, Long> sum) {
            sum.f0 = event.f0;
            sum.f1++;
            sum.f2 += event.f1;
            return sum;
        }

        @Override
        public Tuple3<Long, Long, Long> getResult(Tuple3<Long, Long, Long> sum) {
            return sum;
        }

        @Override
        public Tuple3<Long, Long, Long> merge(
                Tuple3<Long, Long, Long> one, Tuple3<Long, Long, Long> other) {
            return Tuple3.of(one.f0, one.f1 + other.f1, one.f2 + other.f2);
        }
    }
}
