package dev.millstream.benchmarks.programs.latency;

import dev.millstream.api.common.eventtime.WatermarkStrategy;
import dev.millstream.api.common.functions.OpenContext;
import dev.millstream.api.common.state.ValueState;
import dev.millstream.api.common.state.ValueStateDescriptor;
import dev.millstream.api.common.typeinfo.Types;
import dev.millstream.benchmarks.process.Assignment;
import dev.millstream.benchmarks.workload.Event;
import dev.millstream.benchmarks.workload.NamedEvent;
import dev.millstream.benchmarks.workload.Names;
import dev.millstream.benchmarks.workload.Workload;
import dev.millstream.benchmarks.workload.latency.Schedule;
import dev.millstream.streaming.api.environment.StreamExecutionEnvironment;
import dev.millstream.streaming.api.functions.KeyedProcessFunction;
import dev.millstream.util.Collector;
import org.jspecify.annotations.Nullable;

/** W7 with keys that are texts. */
public final class PacedNames {
    private PacedNames() {}

    /** At the rate of a workload. */
    public static void define(
            Workload workload, StreamExecutionEnvironment env, Assignment assignment) {
        Schedule schedule = Schedule.soon(workload.firstUnits(), assignment.units());
        env.fromSource(new PacedSource(schedule), WatermarkStrategy.noWatermarks(), "paced")
                .map(event -> new NamedEvent(Names.of(event.key()), event.value(), event.time()))
                .keyBy(NamedEvent::key)
                .process(new Sums())
                .sinkTo(new LatencySink(assignment.results(), schedule.ignoredBeforeNs()));
    }

    private static final class Sums extends KeyedProcessFunction<String, NamedEvent, Event> {
        private static final long serialVersionUID = 1L;

        private transient @Nullable ValueState<Long> sum;

        @Override
        public void open(OpenContext context) {
            sum = getRuntimeContext().getState(new ValueStateDescriptor<>("sum", Types.LONG));
        }

        @Override
        @SuppressWarnings("NullAway") // open() has been called
        public void processElement(NamedEvent event, Context context, Collector<Event> out)
                throws Exception {
            Long before = sum.value();
            long after = before == null ? event.value() : before + event.value();
            sum.update(after);
            out.collect(new Event(event.key().hashCode(), after, event.time()));
        }
    }
}
