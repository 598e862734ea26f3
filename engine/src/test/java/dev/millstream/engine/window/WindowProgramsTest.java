package dev.millstream.engine.window;

import static org.assertj.core.api.Assertions.assertThat;

import dev.millstream.api.common.RuntimeExecutionMode;
import dev.millstream.api.common.eventtime.WatermarkStrategy;
import dev.millstream.engine.harness.Results;
import dev.millstream.engine.harness.TestJob;
import dev.millstream.engine.harness.TestProcess;
import dev.millstream.engine.window.fixture.Event;
import dev.millstream.engine.window.fixture.EventWatermarks;
import dev.millstream.engine.window.fixture.TallyFunction;
import dev.millstream.protocol.task.AccumulatorSnapshot;
import dev.millstream.streaming.api.datastream.DataStream;
import dev.millstream.streaming.api.datastream.SingleOutputStreamOperator;
import dev.millstream.streaming.api.environment.StreamExecutionEnvironment;
import dev.millstream.streaming.api.functions.windowing.ProcessWindowFunction;
import dev.millstream.streaming.api.windowing.assigners.EventTimeSessionWindows;
import dev.millstream.streaming.api.windowing.assigners.GlobalWindows;
import dev.millstream.streaming.api.windowing.assigners.SlidingEventTimeWindows;
import dev.millstream.streaming.api.windowing.assigners.TumblingEventTimeWindows;
import dev.millstream.streaming.api.windowing.assigners.TumblingProcessingTimeWindows;
import dev.millstream.streaming.api.windowing.evictors.CountEvictor;
import dev.millstream.streaming.api.windowing.evictors.TimeEvictor;
import dev.millstream.streaming.api.windowing.triggers.ContinuousEventTimeTrigger;
import dev.millstream.streaming.api.windowing.triggers.CountTrigger;
import dev.millstream.streaming.api.windowing.triggers.EventTimeTrigger;
import dev.millstream.streaming.api.windowing.triggers.PurgingTrigger;
import dev.millstream.streaming.api.windowing.windows.TimeWindow;
import dev.millstream.util.Collector;
import dev.millstream.util.OutputTag;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** Windows of one key, with a watermark behind each event: what is emitted, and when. */
class WindowProgramsTest {
    private static final OutputTag<Event> LATE = new OutputTag<>("late") {};

    private final TestProcess process = new TestProcess();

    @AfterEach
    void shouldLeaveNothingBehind() {
        process.awaitRest();
        process.close();
    }

    /** What is done with the events. */
    private interface Program {
        DataStream<String> apply(DataStream<Event> events);
    }

    private List<String> run(List<Event> events, Program program) throws Exception {
        Results<String> results = new Results<>();
        TestJob job = start(events, program, results);
        assertThat(job.failures()).isEmpty();
        return results.values();
    }

    private TestJob start(List<Event> events, Program program, Results<String> results)
            throws Exception {
        TestJob job = process.start(env -> program.apply(stream(env, events)).sinkTo(results));
        job.await();
        process.awaitRest();
        return job;
    }

    private static DataStream<Event> stream(StreamExecutionEnvironment env, List<Event> events) {
        env.setRuntimeMode(RuntimeExecutionMode.STREAMING);
        return env.fromData(events)
                .setParallelism(1)
                .assignTimestampsAndWatermarks(EventWatermarks.strategy())
                .setParallelism(1);
    }

    /** Events of key 1 at these times; the value is the position. */
    private static List<Event> at(long... times) {
        List<Event> events = new ArrayList<>();
        for (int i = 0; i < times.length; i++) {
            events.add(new Event(1, times[i], i));
        }
        return events;
    }

    /** Lists the values of a window. */
    private static final class Values
            extends ProcessWindowFunction<Event, String, Long, TimeWindow> {
        private static final long serialVersionUID = 1L;

        @Override
        public void process(
                Long key, Context context, Iterable<Event> elements, Collector<String> out) {
            List<Integer> values = new ArrayList<>();
            elements.forEach(event -> values.add(event.value()));
            out.collect(context.window().getStart() + ":" + values);
        }
    }

    private static TumblingEventTimeWindows tens() {
        return TumblingEventTimeWindows.of(Duration.ofMillis(10));
    }

    @Test
    void shouldDropAndCountWhatIsTooLate() throws Exception {
        Results<String> results = new Results<>();
        TestJob job =
                start(
                        at(1, 25, 3, 26),
                        events -> events.keyBy(Event::key).window(tens()).process(new Values()),
                        results);

        assertThat(results.values()).containsExactly("0:[0]", "20:[1, 3]");
        assertThat(job.accumulators())
                .extracting(AccumulatorSnapshot::name)
                .containsExactly(LateRecords.DROPPED);
    }

    @Test
    void shouldSendWhatIsTooLateToASideOutput() throws Exception {
        assertThat(
                        run(
                                at(1, 25, 3, 26),
                                events -> {
                                    SingleOutputStreamOperator<String> windows =
                                            events.keyBy(Event::key)
                                                    .window(tens())
                                                    .sideOutputLateData(LATE)
                                                    .process(new Values());
                                    return windows.union(
                                            windows.getSideOutput(LATE)
                                                    .map(event -> "late " + event.value()));
                                }))
                .containsExactlyInAnyOrder("0:[0]", "late 2", "20:[1, 3]");
    }

    @Test
    void shouldEmitAgainForEachRecordThatIsLateButAllowed() throws Exception {
        List<String> expected = List.of("0:[0]", "0:[0, 2]", "0:[0, 2, 3]", "20:[1, 5]", "30:[4]");
        List<Event> events = at(1, 25, 3, 4, 36, 26, 5);
        assertThat(
                        run(
                                events,
                                in ->
                                        in.keyBy(Event::key)
                                                .window(tens())
                                                .allowedLateness(Duration.ofMillis(20))
                                                .process(new Values())))
                .containsExactlyElementsOf(lateness(expected));
        assertThat(
                        run(
                                events,
                                in ->
                                        in.keyBy(Event::key)
                                                .window(tens())
                                                .trigger(EventTimeTrigger.create())
                                                .allowedLateness(Duration.ofMillis(20))
                                                .process(new Values())))
                .containsExactlyElementsOf(lateness(expected));
    }

    /** Window 20 is complete before its second record comes. */
    private static List<String> lateness(List<String> expected) {
        List<String> all = new ArrayList<>(expected);
        all.add(3, "20:[1]");
        return all;
    }

    @Test
    void shouldEmitSlidingWindowsAgainInEveryWay() throws Exception {
        SlidingEventTimeWindows windows =
                SlidingEventTimeWindows.of(Duration.ofMillis(20), Duration.ofMillis(10));
        List<Event> events = at(5, 15, 38, 12, 3, 60);
        List<String> shared =
                run(
                        events,
                        in ->
                                in.keyBy(Event::key)
                                        .window(windows)
                                        .allowedLateness(Duration.ofMillis(15))
                                        .aggregate(new TallyFunction.InParts()));
        List<String> own =
                run(
                        events,
                        in ->
                                in.keyBy(Event::key)
                                        .window(windows)
                                        .allowedLateness(Duration.ofMillis(15))
                                        .aggregate(new TallyFunction()));
        List<String> general =
                run(
                        events,
                        in ->
                                in.keyBy(Event::key)
                                        .window(windows)
                                        .trigger(EventTimeTrigger.create())
                                        .allowedLateness(Duration.ofMillis(15))
                                        .aggregate(new TallyFunction()));

        assertThat(shared).contains("1/2/1", "4/2/3").containsExactlyElementsOf(own);
        assertThat(general).containsExactlyInAnyOrderElementsOf(own);
    }

    @Test
    void shouldMergeSessionsThatARecordConnects() throws Exception {
        assertThat(
                        run(
                                at(0, 15, 8, 40),
                                events ->
                                        events.keyBy(Event::key)
                                                .window(
                                                        EventTimeSessionWindows.withGap(
                                                                Duration.ofMillis(10)))
                                                .trigger(
                                                        PurgingTrigger.of(
                                                                EventTimeTrigger.create()))
                                                .allowedLateness(Duration.ofMillis(10))
                                                .aggregate(new TallyFunction())))
                .containsExactly("0/1/0", "3/2/2", "3/1/3");
    }

    @Test
    void shouldCountRecordsIntoWindows() throws Exception {
        assertThat(
                        run(
                                at(1, 2, 3, 4, 5),
                                events ->
                                        events.keyBy(Event::key)
                                                .countWindow(2)
                                                .aggregate(new TallyFunction())))
                .containsExactly("1/2/1", "5/2/3");
        assertThat(
                        run(
                                at(1, 2, 3, 4, 5),
                                events ->
                                        events.keyBy(Event::key)
                                                .countWindow(3, 2)
                                                .aggregate(new TallyFunction())))
                .containsExactly("1/2/1", "6/3/3");
    }

    @Test
    void shouldObeyTriggersAndEvictors() throws Exception {
        assertThat(
                        run(
                                at(1, 4, 7, 12, 13),
                                events ->
                                        events.keyBy(Event::key)
                                                .window(
                                                        TumblingEventTimeWindows.of(
                                                                Duration.ofMillis(20)))
                                                .trigger(
                                                        ContinuousEventTimeTrigger.of(
                                                                Duration.ofMillis(5)))
                                                .aggregate(new TallyFunction())))
                .containsExactly("3/3/2", "6/4/3", "10/5/4", "10/5/4");
        assertThat(
                        run(
                                at(1, 4, 7, 9),
                                events ->
                                        events.keyBy(Event::key)
                                                .window(tens())
                                                .evictor(TimeEvictor.of(Duration.ofMillis(4)))
                                                .process(new Values())))
                .containsExactly("0:[2, 3]");
        assertThat(
                        run(
                                at(1, 4, 7, 9),
                                events ->
                                        events.keyBy(Event::key)
                                                .window(GlobalWindows.create())
                                                .trigger(CountTrigger.of(2))
                                                .evictor(CountEvictor.of(1))
                                                .aggregate(new TallyFunction())))
                .containsExactly("1/1/1", "3/1/3");
    }

    @Test
    void shouldGatherAllRecordsInOneSubtask() throws Exception {
        assertThat(
                        run(
                                List.of(
                                        new Event(1, 1, 10),
                                        new Event(2, 2, 20),
                                        new Event(3, 11, 5)),
                                events ->
                                        events.windowAll(tens())
                                                .aggregate(new TallyFunction.InParts())))
                .containsExactlyInAnyOrder("30/2/20", "5/1/5");
    }

    @Test
    void shouldFoldOneFieldAndKeepTheFirstRecord() throws Exception {
        List<Event> events = List.of(new Event(1, 12, 7), new Event(1, 3, -2), new Event(1, 18, 9));
        SlidingEventTimeWindows windows =
                SlidingEventTimeWindows.of(Duration.ofMillis(20), Duration.ofMillis(10));
        assertThat(
                        run(
                                events,
                                in ->
                                        in.map(event -> event)
                                                .setParallelism(1)
                                                .keyBy(Event::key)
                                                .window(
                                                        TumblingEventTimeWindows.of(
                                                                Duration.ofMillis(20)))
                                                .sum("value")
                                                .map(Event::toString)))
                .containsExactly(new Event(1, 12, 14).toString());
        assertThat(
                        run(
                                events,
                                in ->
                                        in.keyBy(Event::key)
                                                .window(windows)
                                                .max("value")
                                                .map(Event::toString)))
                .contains(new Event(1, 12, 9).toString());
        assertThat(
                        run(
                                events,
                                in ->
                                        in.keyBy(Event::key)
                                                .window(windows)
                                                .minBy("value")
                                                .map(Event::toString)))
                .contains(new Event(1, 3, -2).toString());
    }

    @Test
    void shouldEmitWindowsOfProcessingTimeWhenTheInputEnds() throws Exception {
        assertThat(
                        run(
                                at(1, 2, 3),
                                events ->
                                        events.keyBy(Event::key)
                                                .window(
                                                        TumblingProcessingTimeWindows.of(
                                                                Duration.ofDays(1000)))
                                                .aggregate(new TallyFunction())))
                .containsExactly("3/3/2");
    }

    @Test
    void shouldSayWhatToDoWhenRecordsHaveNoTimestamp() throws Exception {
        Results<String> results = new Results<>();
        TestJob job =
                process.start(env ->
                        env.fromSequence(1, 3)
                                .map(number -> new Event(number, number, 1))
                                .assignTimestampsAndWatermarks(WatermarkStrategy.noWatermarks())
                                .keyBy(Event::key)
                                .window(tens())
                                .aggregate(new TallyFunction())
                                .sinkTo(results));
        job.await();

        assertThat(job.failures())
                .isNotEmpty()
                .allSatisfy(failure ->
                        assertThat(failure.toString())
                                .contains("without a timestamp", "withTimestampAssigner"));
        assertThat(results.values()).isEmpty();
    }
}
