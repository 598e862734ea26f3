package dev.millstream.benchmarks.programs;

import dev.millstream.api.common.functions.OpenContext;
import dev.millstream.api.common.state.ValueState;
import dev.millstream.api.common.state.ValueStateDescriptor;
import dev.millstream.api.common.typeinfo.Types;
import dev.millstream.benchmarks.process.Assignment;
import dev.millstream.benchmarks.workload.Event;
import dev.millstream.benchmarks.workload.EventPojo;
import dev.millstream.benchmarks.workload.Events;
import dev.millstream.benchmarks.workload.Fingerprints;
import dev.millstream.benchmarks.workload.NamedEvent;
import dev.millstream.benchmarks.workload.Names;
import dev.millstream.benchmarks.workload.ReorderedEvent;
import dev.millstream.streaming.api.environment.StreamExecutionEnvironment;
import dev.millstream.streaming.api.functions.KeyedProcessFunction;
import dev.millstream.util.Collector;
import java.io.Serializable;
import org.jspecify.annotations.Nullable;

/** W2. */
final class RunningSum {
    /**
     * A sum after an event.
     *
     * @param key of the events
     * @param sum of the values so far
     */
    record Sum(long key, long sum) {}

    /**
     * A sum after an event whose key is a text.
     *
     * @param key of the events
     * @param sum of the values so far
     */
    record NamedSum(String key, long sum) {}

    private RunningSum() {}

    /** With the built-in aggregation. */
    static void builtIn(StreamExecutionEnvironment env, Assignment assignment) {
        Sources.generated(env, assignment.units(), Events::runningSum)
                .keyBy(Event::key)
                .sum(Event::value)
                .sinkTo(
                        new TallySink<>(
                                assignment.results(),
                                event -> Fingerprints.update(event.key(), event.value())));
    }

    /** Records. */
    static void records(StreamExecutionEnvironment env, Assignment assignment) {
        Sources.generated(env, assignment.units(), Events::runningSum)
                .keyBy(Event::key)
                .process(new RecordSums())
                .sinkTo(
                        new TallySink<>(
                                assignment.results(),
                                sum -> Fingerprints.update(sum.key(), sum.sum())));
    }

    /** Records whose fields are in another order and of other widths. */
    static void reordered(StreamExecutionEnvironment env, Assignment assignment) {
        Sources.generated(env, assignment.units(), RunningSum::reorderedEvent)
                .keyBy(ReorderedEvent::key)
                .process(new ReorderedSums())
                .sinkTo(
                        new TallySink<>(
                                assignment.results(),
                                sum -> Fingerprints.update(sum.key(), sum.sum())));
    }

    /** Beans. */
    static void pojos(StreamExecutionEnvironment env, Assignment assignment) {
        Sources.generated(env, assignment.units(), RunningSum::pojo)
                .keyBy(event -> event.key)
                .process(new PojoSums())
                .sinkTo(
                        new TallySink<>(
                                assignment.results(),
                                sum -> Fingerprints.update(sum.key(), sum.sum())));
    }

    /** Records whose keys are texts. */
    static void strings(StreamExecutionEnvironment env, Assignment assignment) {
        Sources.generated(env, assignment.units(), RunningSum::namedEvent)
                .keyBy(NamedEvent::key)
                .process(new NamedSums())
                .sinkTo(
                        new TallySink<>(
                                assignment.results(),
                                sum -> Fingerprints.update(sum.key().hashCode(), sum.sum())));
    }

    private static ReorderedEvent reorderedEvent(long position) {
        Event event = Events.runningSum(position);
        return new ReorderedEvent(position, (int) event.value(), "label", event.key());
    }

    private static EventPojo pojo(long position) {
        Event event = Events.runningSum(position);
        return new EventPojo(event.key(), event.value(), event.time());
    }

    private static NamedEvent namedEvent(long position) {
        Event event = Events.runningSum(position);
        return new NamedEvent(Names.of(event.key()), event.value(), event.time());
    }

    /** The state that the functions share. */
    private abstract static class Sums<K, I extends @Nullable Object, O extends @Nullable Object>
            extends KeyedProcessFunction<K, I, O> implements Serializable {
        private static final long serialVersionUID = 1L;

        private transient @Nullable ValueState<Long> sum;

        @Override
        public void open(OpenContext context) {
            sum = getRuntimeContext().getState(new ValueStateDescriptor<>("sum", Types.LONG));
        }

        @SuppressWarnings("NullAway") // open() has been called
        long add(long value) throws Exception {
            Long before = sum.value();
            long after = before == null ? value : before + value;
            sum.update(after);
            return after;
        }
    }

    private static final class RecordSums extends Sums<Long, Event, Sum> {
        private static final long serialVersionUID = 1L;

        @Override
        public void processElement(Event event, Context context, Collector<Sum> out)
                throws Exception {
            out.collect(new Sum(event.key(), add(event.value())));
        }
    }

    private static final class ReorderedSums extends Sums<Long, ReorderedEvent, Sum> {
        private static final long serialVersionUID = 1L;

        @Override
        public void processElement(ReorderedEvent event, Context context, Collector<Sum> out)
                throws Exception {
            out.collect(new Sum(event.key(), add(event.value())));
        }
    }

    private static final class PojoSums extends Sums<Long, EventPojo, Sum> {
        private static final long serialVersionUID = 1L;

        @Override
        public void processElement(EventPojo event, Context context, Collector<Sum> out)
                throws Exception {
            out.collect(new Sum(event.key, add(event.value)));
        }
    }

    private static final class NamedSums extends Sums<String, NamedEvent, NamedSum> {
        private static final long serialVersionUID = 1L;

        @Override
        public void processElement(NamedEvent event, Context context, Collector<NamedSum> out)
                throws Exception {
            out.collect(new NamedSum(event.key(), add(event.value())));
        }
    }
}
