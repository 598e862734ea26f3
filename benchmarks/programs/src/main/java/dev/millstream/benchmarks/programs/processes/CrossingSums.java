package dev.millstream.benchmarks.programs.processes;

import dev.millstream.api.common.eventtime.WatermarkStrategy;
import dev.millstream.api.common.functions.OpenContext;
import dev.millstream.api.common.state.ValueState;
import dev.millstream.api.common.state.ValueStateDescriptor;
import dev.millstream.api.common.typeinfo.Types;
import dev.millstream.api.connector.source.SourceReaderContext;
import dev.millstream.benchmarks.process.Assignment;
import dev.millstream.benchmarks.programs.TallySink;
import dev.millstream.benchmarks.workload.Event;
import dev.millstream.benchmarks.workload.Events;
import dev.millstream.benchmarks.workload.Fingerprints;
import dev.millstream.benchmarks.workload.placement.Placement;
import dev.millstream.benchmarks.workload.placement.Placement.Part;
import dev.millstream.connector.datagen.source.DataGeneratorSource;
import dev.millstream.connector.datagen.source.GeneratorFunction;
import dev.millstream.streaming.api.environment.StreamExecutionEnvironment;
import dev.millstream.streaming.api.functions.KeyedProcessFunction;
import dev.millstream.util.Collector;
import java.nio.file.Path;
import org.jspecify.annotations.Nullable;

/** W12: as W2, with sources and sums in slots of different processes. */
final class CrossingSums {
    /**
     * A sum after an event.
     *
     * @param key of the events
     * @param sum of the values so far
     */
    record Sum(long key, long sum) {}

    private CrossingSums() {}

    static void define(StreamExecutionEnvironment env, Assignment assignment) {
        String results = assignment.results().toString();
        env.fromSource(
                        new DataGeneratorSource<>(new Made(results), assignment.units()),
                        WatermarkStrategy.noWatermarks(),
                        "generated")
                .slotSharingGroup("sources")
                .keyBy(Event::key)
                .process(new Sums(results))
                .slotSharingGroup("sums")
                .sinkTo(
                        new TallySink<>(
                                assignment.results(),
                                sum -> Fingerprints.update(sum.key(), sum.sum())));
    }

    private record Made(String results) implements GeneratorFunction<Long, Event> {
        @Override
        public void open(SourceReaderContext context) throws Exception {
            Placement.note(Path.of(results), Part.SOURCE);
        }

        @Override
        public Event map(Long position) {
            return Events.runningSum(position);
        }
    }

    private static final class Sums extends KeyedProcessFunction<Long, Event, Sum> {
        private static final long serialVersionUID = 1L;

        private final String results;
        private transient @Nullable ValueState<Long> sum;

        Sums(String results) {
            this.results = results;
        }

        @Override
        public void open(OpenContext context) throws Exception {
            Placement.note(Path.of(results), Part.SINK);
            sum = getRuntimeContext().getState(new ValueStateDescriptor<>("sum", Types.LONG));
        }

        @Override
        @SuppressWarnings("NullAway") // open() has been called
        public void processElement(Event event, Context context, Collector<Sum> out)
                throws Exception {
            Long before = sum.value();
            long after = before == null ? event.value() : before + event.value();
            sum.update(after);
            out.collect(new Sum(event.key(), after));
        }
    }
}
