package dev.millstream.benchmarks.flink;

import dev.millstream.benchmarks.process.Assignment;
import dev.millstream.benchmarks.workload.Event;
import dev.millstream.benchmarks.workload.EventPojo;
import dev.millstream.benchmarks.workload.Events;
import dev.millstream.benchmarks.workload.Fingerprints;
import org.apache.flink.api.common.functions.OpenContext;
import org.apache.flink.api.common.state.ValueState;
import org.apache.flink.api.common.state.ValueStateDescriptor;
import org.apache.flink.api.common.typeinfo.TypeInformation;
import org.apache.flink.api.common.typeinfo.Types;
import org.apache.flink.api.java.tuple.Tuple2;
import org.apache.flink.api.java.tuple.Tuple3;
import org.apache.flink.streaming.api.environment.StreamExecutionEnvironment;
import org.apache.flink.streaming.api.functions.KeyedProcessFunction;
import org.apache.flink.util.Collector;
import org.jspecify.annotations.Nullable;

/** W2. */
public final class RunningSum {
    /** Type of the sums. */
    public static final TypeInformation<Tuple2<Long, Long>> SUM =
            Types.TUPLE(Types.LONG, Types.LONG);

    /** Type of the events. */
    public static final TypeInformation<Tuple3<Long, Long, Long>> EVENT =
            Types.TUPLE(Types.LONG, Types.LONG, Types.LONG);

    private RunningSum() {}

    static void tuples(StreamExecutionEnvironment env, Assignment assignment) {
        Generated.stream(env, assignment.units(), RunningSum::tuple, EVENT)
                .keyBy(event -> event.f0, Types.LONG)
                .process(new TupleSums())
                .returns(SUM)
                .sinkTo(
                        new TallySink<>(
                                assignment.results(), sum -> Fingerprints.update(sum.f0, sum.f1)));
    }

    static void pojos(StreamExecutionEnvironment env, Assignment assignment) {
        Generated.stream(
                        env,
                        assignment.units(),
                        RunningSum::pojo,
                        TypeInformation.of(EventPojo.class))
                .keyBy(event -> event.key, Types.LONG)
                .process(new PojoSums())
                .returns(SUM)
                .sinkTo(
                        new TallySink<>(
                                assignment.results(), sum -> Fingerprints.update(sum.f0, sum.f1)));
    }

    /** The event at a position, as a tuple. */
    public static Tuple3<Long, Long, Long> tuple(long position) {
        Event event = Events.runningSum(position);
        return Tuple3.of(event.key(), event.value(), event.time());
    }

    /** The event at a position, as a bean. */
    public static EventPojo pojo(long position) {
        Event event = Events.runningSum(position);
        return new EventPojo(event.key(), event.value(), event.time());
    }

    /** Sums of tuples. */
    public static class TupleSums
            extends KeyedProcessFunction<Long, Tuple3<Long, Long, Long>, Tuple2<Long, Long>> {
        private static final long serialVersionUID = 1L;

        private transient @Nullable ValueState<Long> sum;

        @Override
        public void open(OpenContext context) throws Exception {
            sum = getRuntimeContext().getState(new ValueStateDescriptor<>("sum", Types.LONG));
        }

        @Override
        @SuppressWarnings("NullAway") // open() has been called
        public void processElement(
                Tuple3<Long, Long, Long> event, Context context, Collector<Tuple2<Long, Long>> out)
                throws Exception {
            Long before = sum.value();
            long after = before == null ? event.f1 : before + event.f1;
            sum.update(after);
            out.collect(Tuple2.of(event.f0, after));
        }
    }

    /** Sums of beans. */
    public static class PojoSums extends KeyedProcessFunction<Long, EventPojo, Tuple2<Long, Long>> {
        private static final long serialVersionUID = 1L;

        private transient @Nullable ValueState<Long> sum;

        @Override
        public void open(OpenContext context) throws Exception {
            sum = getRuntimeContext().getState(new ValueStateDescriptor<>("sum", Types.LONG));
        }

        @Override
        @SuppressWarnings("NullAway") // open() has been called
        public void processElement(
                EventPojo event, Context context, Collector<Tuple2<Long, Long>> out)
                throws Exception {
            Long before = sum.value();
            long after = before == null ? event.value : before + event.value;
            sum.update(after);
            out.collect(Tuple2.of(event.key, after));
        }
    }
}
