package dev.millstream.engine.join;

import static org.assertj.core.api.Assertions.assertThat;

import dev.millstream.api.common.RuntimeExecutionMode;
import dev.millstream.engine.harness.Results;
import dev.millstream.engine.harness.TestProcess;
import dev.millstream.engine.window.fixture.Event;
import dev.millstream.engine.window.fixture.RandomEvents;
import dev.millstream.streaming.api.datastream.DataStream;
import dev.millstream.streaming.api.functions.co.ProcessJoinFunction;
import dev.millstream.streaming.api.windowing.assigners.SlidingEventTimeWindows;
import dev.millstream.streaming.api.windowing.assigners.TumblingEventTimeWindows;
import dev.millstream.streaming.api.windowing.assigners.WindowAssigner;
import dev.millstream.streaming.api.windowing.triggers.EventTimeTrigger;
import dev.millstream.streaming.api.windowing.windows.TimeWindow;
import dev.millstream.util.Collector;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** Joins of two random streams in disorder, against nested loops over all of their events. */
class RandomJoinsTest {
    private static final int PROGRAMS = 8;

    private final TestProcess process = new TestProcess();

    @AfterEach
    void shouldLeaveNothingBehind() {
        process.awaitRest();
        process.close();
    }

    /** What is done with two streams. */
    private interface Program {
        DataStream<String> apply(DataStream<Event> left, DataStream<Event> right);
    }

    private List<String> run(long seed, RuntimeExecutionMode mode, Program program)
            throws Exception {
        Results<String> results = new Results<>();
        var job =
                process.start(env -> {
                    env.setRuntimeMode(mode);
                    program.apply(
                                    RandomEvents.of(seed).stream(env, 2),
                                    RandomEvents.of(seed + 7_000).stream(env, 2))
                            .sinkTo(results);
                });
        job.await();
        process.awaitRest();
        assertThat(job.failures()).isEmpty();
        return results.values();
    }

    private void shouldGive(long seed, List<String> expected, Program program) throws Exception {
        for (RuntimeExecutionMode mode :
                List.of(RuntimeExecutionMode.STREAMING, RuntimeExecutionMode.BATCH)) {
            assertThat(run(seed, mode, program))
                    .as("seed %d, %s", seed, mode)
                    .containsExactlyInAnyOrderElementsOf(expected);
        }
    }

    private static String pair(Event left, Event right) {
        return left.key()
                + ":"
                + left.time()
                + "/"
                + left.value()
                + "+"
                + right.time()
                + "/"
                + right.value();
    }

    /** Which pairs there are. */
    private interface Match {
        int times(Event left, Event right);
    }

    private static List<String> pairs(long seed, Match match) {
        List<String> pairs = new ArrayList<>();
        for (Event left : RandomEvents.of(seed).inOrder()) {
            for (Event right : RandomEvents.of(seed + 7_000).inOrder()) {
                int times = left.key() == right.key() ? match.times(left, right) : 0;
                for (int i = 0; i < times; i++) {
                    pairs.add(pair(left, right));
                }
            }
        }
        return pairs;
    }

    @Test
    void shouldJoinWhatIsInOneWindow() throws Exception {
        for (long seed = 0; seed < PROGRAMS; seed++) {
            long size = 20L + new Random(seed).nextInt(100);
            WindowAssigner<Object, TimeWindow> windows =
                    TumblingEventTimeWindows.of(Duration.ofMillis(size));
            List<String> expected =
                    pairs(
                            seed,
                            (left, right) ->
                                    Math.floorDiv(left.time(), size)
                                                    == Math.floorDiv(right.time(), size)
                                            ? 1
                                            : 0);
            shouldGive(
                    seed,
                    expected,
                    (left, right) ->
                            left.join(right)
                                    .where(Event::key)
                                    .equalTo(Event::key)
                                    .window(windows)
                                    .apply(RandomJoinsTest::pair));
            shouldGive(
                    seed,
                    expected,
                    (left, right) ->
                            left.join(right)
                                    .where(Event::key)
                                    .equalTo(Event::key)
                                    .window(windows)
                                    .trigger(EventTimeTrigger.create())
                                    .apply((Event one, Event two, Collector<String> out) ->
                                            out.collect(pair(one, two))));
        }
    }

    @Test
    void shouldGroupWhatIsInOneSlidingWindow() throws Exception {
        for (long seed = 100; seed < 100 + PROGRAMS; seed++) {
            long slide = 10L + new Random(seed).nextInt(30);
            WindowAssigner<Object, TimeWindow> windows =
                    SlidingEventTimeWindows.of(
                            Duration.ofMillis(3 * slide), Duration.ofMillis(slide));
            shouldGive(
                    seed,
                    pairs(seed, (left, right) -> common(left.time(), right.time(), slide)),
                    (left, right) ->
                            left.coGroup(right)
                                    .where(Event::key)
                                    .equalTo(Event::key)
                                    .window(windows)
                                    .apply(RandomJoinsTest::allPairs));
        }
    }

    private static void allPairs(
            Iterable<Event> first, Iterable<Event> second, Collector<String> out) {
        for (Event one : first) {
            for (Event two : second) {
                out.collect(pair(one, two));
            }
        }
    }

    /** In how many windows of three slides both are. */
    private static int common(long left, long right, long slide) {
        long distance = Math.abs(Math.floorDiv(left, slide) - Math.floorDiv(right, slide));
        return (int) Math.max(0, 3 - distance);
    }

    @Test
    void shouldJoinWhatHappenedCloseBy() throws Exception {
        for (long seed = 200; seed < 200 + PROGRAMS; seed++) {
            Random random = new Random(seed);
            long lower = random.nextInt(80) - 60L;
            long upper = lower + random.nextInt(60);
            shouldGive(
                    seed,
                    pairs(
                            seed,
                            (left, right) ->
                                    right.time() >= left.time() + lower
                                                    && right.time() < left.time() + upper
                                            ? 1
                                            : 0),
                    (left, right) ->
                            left.keyBy(Event::key)
                                    .intervalJoin(right.keyBy(Event::key))
                                    .between(Duration.ofMillis(lower), Duration.ofMillis(upper))
                                    .upperBoundExclusive()
                                    .process(new Pairs()));
        }
    }

    private static final class Pairs extends ProcessJoinFunction<Event, Event, String> {
        private static final long serialVersionUID = 1L;

        @Override
        public void processElement(Event left, Event right, Context ctx, Collector<String> out) {
            if (ctx.getLeftTimestamp() == left.time() && ctx.getRightTimestamp() == right.time()) {
                out.collect(pair(left, right));
            }
        }
    }
}
