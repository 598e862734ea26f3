package dev.millstream.benchmarks.programs;

import dev.millstream.benchmarks.process.Assignment;
import dev.millstream.benchmarks.workload.Chain;
import dev.millstream.benchmarks.workload.Event;
import dev.millstream.benchmarks.workload.EventPojo;
import dev.millstream.benchmarks.workload.Events;
import dev.millstream.benchmarks.workload.Fingerprints;
import dev.millstream.streaming.api.environment.StreamExecutionEnvironment;
import dev.millstream.util.Collector;

/** W5. */
final class StatelessChain {
    private StatelessChain() {}

    /** Records. */
    static void records(StreamExecutionEnvironment env, Assignment assignment) {
        Sources.generated(env, assignment.units(), Events::plain)
                .map(it -> new Event(it.key(), Chain.scaled(it.value()), it.time()))
                .filter(it -> Chain.isOdd(it.value()))
                .map(it -> new Event(Chain.flipped(it.key()), it.value(), it.time()))
                .flatMap((Event it, Collector<Event> out) -> {
                    out.collect(it);
                    if (Chain.isTwin(it.key())) {
                        out.collect(new Event(it.key() + 1, it.value(), it.time()));
                    }
                })
                .filter(it -> Chain.isKept(it.key()))
                .map(it -> new Event(it.key(), Chain.blended(it.key(), it.value()), it.time()))
                .flatMap((Event it, Collector<Event> out) -> {
                    if (Chain.isPassed(it.value())) {
                        out.collect(it);
                    }
                })
                .map(it -> new Event(it.key(), it.value(), Chain.shifted(it.time(), it.value())))
                .sinkTo(
                        new TallySink<>(
                                assignment.results(),
                                it -> Fingerprints.event(it.key(), it.value(), it.time())));
    }

    /** Beans, changed in place. */
    static void pojos(StreamExecutionEnvironment env, Assignment assignment) {
        Sources.generated(env, assignment.units(), StatelessChain::pojo)
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
                .map(it -> {
                    it.time = Chain.shifted(it.time, it.value);
                    return it;
                })
                .sinkTo(
                        new TallySink<>(
                                assignment.results(),
                                it -> Fingerprints.event(it.key, it.value, it.time)));
    }

    private static EventPojo pojo(long position) {
        Event event = Events.plain(position);
        return new EventPojo(event.key(), event.value(), event.time());
    }
}
