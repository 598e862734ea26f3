package dev.millstream.benchmarks.programs;

import dev.millstream.benchmarks.process.Assignment;
import dev.millstream.benchmarks.workload.Event;
import dev.millstream.benchmarks.workload.EventPojo;
import dev.millstream.benchmarks.workload.Events;
import dev.millstream.benchmarks.workload.Fingerprints;
import dev.millstream.benchmarks.workload.NamedEvent;
import dev.millstream.benchmarks.workload.Names;
import dev.millstream.benchmarks.workload.ReorderedEvent;
import dev.millstream.streaming.api.environment.StreamExecutionEnvironment;
import dev.millstream.streaming.api.windowing.assigners.SlidingEventTimeWindows;
import dev.millstream.streaming.api.windowing.assigners.TumblingEventTimeWindows;
import dev.millstream.streaming.api.windowing.assigners.WindowAssigner;
import dev.millstream.streaming.api.windowing.windows.TimeWindow;
import java.time.Duration;

/** W3 and W4. */
final class WindowCounts {
    private final int keys;
    private final WindowAssigner<Object, TimeWindow> windows;

    private WindowCounts(int keys, WindowAssigner<Object, TimeWindow> windows) {
        this.keys = keys;
        this.windows = windows;
    }

    /** W3. */
    static WindowCounts sliding() {
        return new WindowCounts(
                Events.FEW_KEYS,
                SlidingEventTimeWindows.of(Duration.ofSeconds(10), Duration.ofSeconds(1)));
    }

    /** W4. */
    static WindowCounts tumbling() {
        return new WindowCounts(
                Events.MANY_KEYS, TumblingEventTimeWindows.of(Duration.ofSeconds(1)));
    }

    void records(StreamExecutionEnvironment env, Assignment assignment) {
        long count = assignment.units();
        int among = keys;
        Sources.timed(
                        env,
                        count,
                        position -> Events.timed(position, count, among),
                        (event, _) -> event.time())
                .keyBy(Event::key)
                .window(windows)
                .aggregate(new CountAndSum.OfEvents())
                .sinkTo(sink(assignment));
    }

    void reordered(StreamExecutionEnvironment env, Assignment assignment) {
        long count = assignment.units();
        int among = keys;
        Sources.timed(
                        env,
                        count,
                        position -> reordered(Events.timed(position, count, among)),
                        (event, _) -> event.time())
                .keyBy(ReorderedEvent::key)
                .window(windows)
                .aggregate(new CountAndSum.OfReordered())
                .sinkTo(sink(assignment));
    }

    void pojos(StreamExecutionEnvironment env, Assignment assignment) {
        long count = assignment.units();
        int among = keys;
        Sources.timed(
                        env,
                        count,
                        position -> pojo(Events.timed(position, count, among)),
                        (event, _) -> event.time)
                .keyBy(event -> event.key)
                .window(windows)
                .aggregate(new CountAndSum.OfPojos())
                .sinkTo(sink(assignment));
    }

    void strings(StreamExecutionEnvironment env, Assignment assignment) {
        long count = assignment.units();
        int among = keys;
        Sources.timed(
                        env,
                        count,
                        position -> named(Events.timed(position, count, among)),
                        (event, _) -> event.time())
                .keyBy(NamedEvent::key)
                .window(windows)
                .aggregate(new CountAndSum.OfNamed())
                .sinkTo(
                        new TallySink<>(
                                assignment.results(),
                                it ->
                                        Fingerprints.window(
                                                it.key().hashCode(), it.count(), it.sum())));
    }

    private static TallySink<Counted> sink(Assignment assignment) {
        return new TallySink<>(
                assignment.results(), it -> Fingerprints.window(it.key(), it.count(), it.sum()));
    }

    private static ReorderedEvent reordered(Event event) {
        return new ReorderedEvent(event.time(), (int) event.value(), "label", event.key());
    }

    private static EventPojo pojo(Event event) {
        return new EventPojo(event.key(), event.value(), event.time());
    }

    private static NamedEvent named(Event event) {
        return new NamedEvent(Names.of(event.key()), event.value(), event.time());
    }
}
