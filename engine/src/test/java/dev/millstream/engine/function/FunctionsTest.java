package dev.millstream.engine.function;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.millstream.api.common.accumulators.AverageAccumulator;
import dev.millstream.api.common.accumulators.DoubleCounter;
import dev.millstream.api.common.accumulators.DoubleMaximum;
import dev.millstream.api.common.accumulators.DoubleMinimum;
import dev.millstream.api.common.accumulators.IntCounter;
import dev.millstream.api.common.accumulators.IntMaximum;
import dev.millstream.api.common.accumulators.IntMinimum;
import dev.millstream.api.common.accumulators.ListAccumulator;
import dev.millstream.api.common.accumulators.LongCounter;
import dev.millstream.api.common.accumulators.LongMaximum;
import dev.millstream.api.common.accumulators.LongMinimum;
import dev.millstream.api.common.functions.RichMapFunction;
import dev.millstream.engine.harness.Results;
import dev.millstream.engine.harness.TestJob;
import dev.millstream.engine.harness.TestProcess;
import dev.millstream.protocol.task.AccumulatorSnapshot;
import dev.millstream.protocol.task.AccumulatorValue;
import dev.millstream.types.closure.ClosureBytes;
import java.util.List;
import org.example.job.Lifelong;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class FunctionsTest {
    private final TestProcess process = new TestProcess();

    @BeforeEach
    void forget() {
        Lifelong.LOG.clear();
    }

    @AfterEach
    void close() {
        process.close();
    }

    private TestJob run(Lifelong first, Lifelong second) throws Exception {
        return process.start(
                        env -> {
                            env.setParallelism(1);
                            env.fromSequence(7, 8).map(first).map(second).sinkTo(new Results<>());
                        })
                .await();
    }

    @Test
    void shouldOpenBeforeTheFirstRecordAndCloseAfterTheLast() throws Exception {
        run(new Lifelong("a", ""), new Lifelong("b", ""));

        assertThat(Lifelong.LOG)
                .containsExactly(
                        "b open", "a open", "a map", "b map", "a map", "b map", "a close",
                        "b close");
    }

    @Test
    void shouldCloseAfterAFailure() throws Exception {
        TestJob job = run(new Lifelong("a", ""), new Lifelong("b", "map"));

        assertThat(Lifelong.LOG)
                .containsExactly("b open", "a open", "a map", "b map", "a close", "b close");
        assertThat(job.failures().getFirst().message()).contains("b fails in map");
    }

    @Test
    void shouldCloseWhatWasOpenedWhenAnotherCannotBe() throws Exception {
        TestJob job = run(new Lifelong("a", "open"), new Lifelong("b", ""));

        assertThat(Lifelong.LOG).containsExactly("b open", "a open", "a close", "b close");
        assertThat(job.failures().getFirst().message()).contains("a fails in open");
    }

    @Test
    void shouldNotCloseWhatWasNeverOpened() throws Exception {
        run(new Lifelong("a", ""), new Lifelong("b", "open"));

        assertThat(Lifelong.LOG).containsExactly("b open", "b close");
    }

    @Test
    void shouldCloseAllWhenOneCannotBeClosed() throws Exception {
        TestJob job = run(new Lifelong("a", "close"), new Lifelong("b", ""));

        assertThat(Lifelong.LOG).endsWith("a close", "b close");
        assertThat(job.failures().getFirst().message()).contains("a fails in close");
    }

    @Test
    void shouldReportAccumulatorsAtTheEnd() throws Exception {
        TestJob job = run(new Lifelong("a", ""), new Lifelong("b", ""));

        List<AccumulatorSnapshot> reported = job.accumulators();
        assertThat(reported)
                .contains(
                        new AccumulatorSnapshot("count of a", new AccumulatorValue.IntSum(2)),
                        new AccumulatorSnapshot("count of b", new AccumulatorValue.IntSum(2)),
                        new AccumulatorSnapshot("shared", new AccumulatorValue.LongSum(30)));
        assertThat(reported)
                .filteredOn(each -> each.name().equals("seen by a"))
                .singleElement()
                .satisfies(each -> assertThat(opened(each.value())).containsExactly(7L, 8L));
    }

    @Test
    void shouldReportAccumulatorsAfterAFailure() throws Exception {
        TestJob job = run(new Lifelong("a", ""), new Lifelong("b", "map"));

        assertThat(job.accumulators())
                .contains(new AccumulatorSnapshot("count of a", new AccumulatorValue.IntSum(1)));
    }

    private static List<Object> opened(AccumulatorValue value) {
        AccumulatorValue.Opaque opaque = (AccumulatorValue.Opaque) value;
        Object accumulator =
                ClosureBytes.deserialize(
                        opaque.parts().getFirst().array(), FunctionsTest.class.getClassLoader());
        return List.copyOf(((ListAccumulator<?>) accumulator).getLocalValue());
    }

    @Test
    void shouldReportEachBuiltInAccumulatorAsData() {
        Accumulators all = new Accumulators();
        AverageAccumulator average = new AverageAccumulator();
        average.add(1.0);
        average.add(2.0);
        all.add("average", average);
        all.add("double max", new DoubleMaximum());
        all.add("double min", new DoubleMinimum());
        all.add("double sum", new DoubleCounter(4.5));
        all.add("int max", new IntMaximum());
        all.add("int min", new IntMinimum());
        all.add("int sum", new IntCounter(3));
        all.add("long max", new LongMaximum());
        all.add("long min", new LongMinimum());
        all.add("long sum", new LongCounter(5));

        assertThat(all.snapshot())
                .extracting(AccumulatorSnapshot::value)
                .containsExactly(
                        new AccumulatorValue.Average(2, 3.0),
                        new AccumulatorValue.DoubleMaximum(Double.NEGATIVE_INFINITY),
                        new AccumulatorValue.DoubleMinimum(Double.POSITIVE_INFINITY),
                        new AccumulatorValue.DoubleSum(4.5),
                        new AccumulatorValue.IntMaximum(Integer.MIN_VALUE),
                        new AccumulatorValue.IntMinimum(Integer.MAX_VALUE),
                        new AccumulatorValue.IntSum(3),
                        new AccumulatorValue.LongMaximum(Long.MIN_VALUE),
                        new AccumulatorValue.LongMinimum(Long.MAX_VALUE),
                        new AccumulatorValue.LongSum(5));
    }

    @Test
    void shouldRefuseASecondAccumulatorOfOneName() {
        Accumulators all = new Accumulators();
        all.add("n", new IntCounter());

        assertThatThrownBy(() -> all.add("n", new IntCounter()))
                .isInstanceOf(UnsupportedOperationException.class)
                .hasMessageContaining("'n'");
        assertThatThrownBy(() -> all.findOrAdd("n", LongCounter.class, LongCounter::new))
                .hasMessageContaining("IntCounter");
    }

    /** Tells what the runtime context tells it. */
    private static final class Facts extends RichMapFunction<Long, String> {
        private static final long serialVersionUID = 1L;

        @Override
        public String map(Long value) {
            var task = getRuntimeContext().getTaskInfo();
            return task.getTaskNameWithSubtasks()
                    + ", index "
                    + task.getIndexOfThisSubtask()
                    + " of "
                    + task.getNumberOfParallelSubtasks()
                    + ", "
                    + task.getMaxNumberOfParallelSubtasks()
                    + " key groups, attempt "
                    + task.getAttemptNumber()
                    + ", job "
                    + getRuntimeContext().getJobInfo().getJobId().upper();
        }
    }

    @Test
    void shouldTellFunctionsWhereTheyRun() throws Exception {
        Results<String> results = new Results<>();
        process.start(env ->
                        env.fromSequence(1, 1)
                                .setParallelism(1)
                                .rebalance()
                                .map(new Facts())
                                .name("facts")
                                .setMaxParallelism(16)
                                .disableChaining()
                                .sinkTo(results))
                .await();

        assertThat(results.values())
                .singleElement()
                .asString()
                .matches("facts \\([12]/2\\), index [01] of 2, 16 key groups, attempt 0, job 1");
    }
}
