package dev.millstream.benchmarks.flink;

import dev.millstream.benchmarks.process.Assignment;
import dev.millstream.benchmarks.workload.Chain;
import dev.millstream.benchmarks.workload.Event;
import dev.millstream.benchmarks.workload.EventPojo;
import dev.millstream.benchmarks.workload.Events;
import dev.millstream.benchmarks.workload.Fingerprints;
import org.apache.flink.api.common.typeinfo.TypeInformation;
import org.apache.flink.api.common.typeinfo.Types;
import org.apache.flink.api.java.tuple.Tuple3;
import org.apache.flink.streaming.api.environment.StreamExecutionEnvironment;
import org.apache.flink.util.Collector;

/** W5. */
final class StatelessChain {
    private static final TypeInformation<Tuple3<Long, Long, Long>> TRIPLE =
            Types.TUPLE(Types.LONG, Types.LONG, Types.LONG);

    private StatelessChain() {}

    /** Tuples, changed in place: Flink hands each operator its own. */
    static void tuples(StreamExecutionEnvironment env, Assignment assignment) {
        Generated.stream(env, assignment.units(), StatelessChain::tuple, TRIPLE)
                .map(it -> {
                    it.f1 = Chain.scaled(it.f1);
                    return it;
                })
                .returns(TRIPLE)
                .filter(it -> Chain.isOdd(it.f1))
                .map(it -> {
                    it.f0 = Chain.flipped(it.f0);
                    return it;
                })
                .returns(TRIPLE)
                .flatMap((Tuple3<Long, Long, Long> it, Collector<Tuple3<Long, Long, Long>> out) -> {
                    if (Chain.isTwin(it.f0)) {
                        out.collect(Tuple3.of(it.f0 + 1, it.f1, it.f2));
                    }
                    out.collect(it);
                })
                .returns(TRIPLE)
                .filter(it -> Chain.isKept(it.f0))
                .map(it -> {
                    it.f1 = Chain.blended(it.f0, it.f1);
                    return it;
                })
                .returns(TRIPLE)
                .flatMap((Tuple3<Long, Long, Long> it, Collector<Tuple3<Long, Long, Long>> out) -> {
                    if (Chain.isPassed(it.f1)) {
                        out.collect(it);
                    }
                })
                .returns(TRIPLE)
                .map(it -> {
                    it.f2 = Chain.shifted(it.f2, it.f1);
                    return it;
                })
                .returns(TRIPLE)
                .sinkTo(
                        new TallySink<>(
                                assignment.results(),
                                it -> Fingerprints.event(it.f0, it.f1, it.f2)));
    }

    /** Beans, changed in place. */
    static void pojos(StreamExecutionEnvironment env, Assignment assignment) {
        TypeInformation<EventPojo> type = TypeInformation.of(EventPojo.class);
        Generated.stream(env, assignment.units(), StatelessChain::pojo, type)
                .map(it -> {
                    it.value = Chain.scaled(it.value);
                    return it;
                })
                .filter(it -> Chain.isOdd(it.value))
                .map(it -> {
                    it.key = Chain.flipped(it.key);
                    return it;
                })
                .flatMap((EventPojo it, Collector<EventPojo> out) -> {
                    if (Chain.isTwin(it.key)) {
                        out.collect(new EventPojo(it.key + 1, it.value, it.time));
                    }
                    out.collect(it);
                })
                .returns(type)
                .filter(it -> Chain.isKept(it.key))
                .map(it -> {
                    it.value = Chain.blended(it.key, it.value);
                    return it;
                })
                .flatMap((EventPojo it, Collector<EventPojo> out) -> {
                    if (Chain.isPassed(it.value)) {
                        out.collect(it);
                    }
                })
                .returns(type)
                .map(it -> {
                    it.time = Chain.shifted(it.time, it.value);
                    return it;
                })
                .sinkTo(
                        new TallySink<>(
                                assignment.results(),
                                it -> Fingerprints.event(it.key, it.value, it.time)));
    }

    private static Tuple3<Long, Long, Long> tuple(long position) {
        Event event = Events.plain(position);
        return Tuple3.of(event.key(), event.value(), event.time());
    }

    private static EventPojo pojo(long position) {
        Event event = Events.plain(position);
        return new EventPojo(event.key(), event.value(), event.time());
    }
}
