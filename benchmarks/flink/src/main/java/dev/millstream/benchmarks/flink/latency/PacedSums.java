package dev.millstream.benchmarks.flink.latency;

import dev.millstream.benchmarks.flink.FlinkProgram;
import dev.millstream.benchmarks.workload.Workload;
import dev.millstream.benchmarks.workload.latency.Schedule;
import org.apache.flink.api.common.eventtime.WatermarkStrategy;
import org.apache.flink.api.common.functions.OpenContext;
import org.apache.flink.api.common.state.ValueState;
import org.apache.flink.api.common.state.ValueStateDescriptor;
import org.apache.flink.api.common.typeinfo.TypeInformation;
import org.apache.flink.api.common.typeinfo.Types;
import org.apache.flink.api.java.tuple.Tuple3;
import org.apache.flink.streaming.api.functions.KeyedProcessFunction;
import org.apache.flink.util.Collector;
import org.jspecify.annotations.Nullable;

/** W7. */
public final class PacedSums {
    private static final TypeInformation<Tuple3<Long, Long, Long>> TRIPLE =
            Types.TUPLE(Types.LONG, Types.LONG, Types.LONG);

    private PacedSums() {}

    /** At the rate of a workload. */
    public static FlinkProgram of(Workload workload) {
        return (env, assignment) -> {
            Schedule schedule = Schedule.soon(workload.firstUnits(), assignment.units());
            env.fromSource(
                            new PacedSource(schedule),
                            WatermarkStrategy.noWatermarks(),
                            "paced",
                            TRIPLE)
                    .keyBy(event -> event.f0, Types.LONG)
                    .process(new Sums())
                    .returns(TRIPLE)
                    .sinkTo(new LatencySink(assignment.results(), schedule.ignoredBeforeNs()));
        };
    }

    private static final class Sums
            extends KeyedProcessFunction<Long, Tuple3<Long, Long, Long>, Tuple3<Long, Long, Long>> {
        private static final long serialVersionUID = 1L;

        private transient @Nullable ValueState<Long> sum;

        @Override
        public void open(OpenContext context) {
            sum = getRuntimeContext().getState(new ValueStateDescriptor<>("sum", Types.LONG));
        }

        @Override
        @SuppressWarnings("NullAway") // open() has been called
        public void processElement(
                Tuple3<Long, Long, Long> event,
                Context context,
                Collector<Tuple3<Long, Long, Long>> out)
                throws Exception {
            Long before = sum.value();
            long after = before == null ? event.f1 : before + event.f1;
            sum.update(after);
            out.collect(Tuple3.of(event.f0, after, event.f2));
        }
    }
}
