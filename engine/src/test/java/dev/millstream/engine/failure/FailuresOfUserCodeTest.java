package dev.millstream.engine.failure;

import static org.assertj.core.api.Assertions.assertThat;

import dev.millstream.engine.harness.Programs;
import dev.millstream.engine.harness.Results;
import dev.millstream.engine.harness.TestJob;
import dev.millstream.engine.harness.TestProcess;
import dev.millstream.protocol.task.ExecutionState;
import dev.millstream.protocol.task.FailureInfo;
import dev.millstream.streaming.api.datastream.DataStream;
import java.util.stream.Stream;
import org.example.job.Failing;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class FailuresOfUserCodeTest {
    private final TestProcess process = new TestProcess();

    @AfterEach
    void close() {
        process.close();
    }

    /** What each failure is to be attributed to. */
    record Row(String location, Operators operators) {
        @Override
        public String toString() {
            return location;
        }
    }

    /** What comes between the source and the sink. */
    interface Operators {
        DataStream<Long> apply(DataStream<Long> in);
    }

    static Stream<Row> rows() {
        return Stream.of(
                new Row("map 'it'", in -> in.map(new Failing.InMap()).name("it")),
                new Row("filter 'it'", in -> in.filter(new Failing.InFilter()).name("it")),
                new Row("flat map 'it'", in -> in.flatMap(new Failing.InFlatMap()).name("it")),
                new Row("process 'it'", in -> in.process(new Failing.InProcess()).name("it")),
                new Row(
                        "reduce 'it'",
                        in -> in.keyBy(n -> 1).reduce(new Failing.InReduce()).name("it")),
                new Row(
                        "map 'before'",
                        in ->
                                in.map(n -> n)
                                        .name("before")
                                        .keyBy(new Failing.InKey())
                                        .reduce((a, b) -> a)),
                new Row(
                        "map 'before'",
                        in ->
                                in.map(n -> n)
                                        .name("before")
                                        .partitionCustom(new Failing.InPartitioner(), n -> n)),
                new Row("co-map 'it'", in -> in.connect(in).map(new Failing.InCoMap()).name("it")),
                new Row(
                        "co-flat-map 'it'",
                        in -> in.connect(in).flatMap(new Failing.InCoFlatMap()).name("it")),
                new Row("map 'it'", in -> in.map(new Failing.InOpen()).name("it")),
                new Row("map 'it'", in -> in.map(new Failing.InClose()).name("it")),
                new Row(
                        "map 'it'",
                        in ->
                                in.flatMap(new Failing.SwallowingAll())
                                        .map(new Failing.InMap())
                                        .name("it")),
                new Row(
                        "map 'it'",
                        in ->
                                in.flatMap(new Failing.WrappingAll())
                                        .map(new Failing.InMap())
                                        .name("it")));
    }

    @ParameterizedTest
    @MethodSource("rows")
    void shouldSayWhereTheUsersCodeFailedAndShowNothingOfOurs(Row row) throws Exception {
        FailureInfo failure =
                firstFailure(env ->
                        row.operators().apply(env.fromSequence(1, 5)).sinkTo(new Results<Long>()));

        assertThat(failure.userCode()).isTrue();
        assertThat(failure.location()).matches(row.location() + " \\([12]/2\\) on tm-1");
        assertThat(failure.message())
                .startsWith(failure.location() + " failed: ")
                .contains("java.lang.NumberFormatException: poison");
        assertThat(failure.exceptionClass()).isEqualTo("java.lang.NumberFormatException");
        assertThat(failure.stackTrace())
                .startsWith("java.lang.NumberFormatException: poison")
                .contains("at org.example.job.Failing.parse")
                .contains("at org.example.job.Failing$In")
                .doesNotContain("dev.millstream");
    }

    @Test
    void shouldSayThatTheKeySelectorFailed() throws Exception {
        FailureInfo failure =
                firstFailure(env ->
                        env.fromSequence(1, 5)
                                .keyBy(new Failing.InKey())
                                .reduce((a, b) -> a)
                                .sinkTo(new Results<Long>()));

        assertThat(failure.message())
                .contains(" failed: in the key selector of its output: java.lang.Number");
    }

    @Test
    void shouldShowNoFramesWhenOursHaveRefusedWhatTheUsersCodeSaid() throws Exception {
        FailureInfo failure =
                firstFailure(env ->
                        env.fromSequence(1, 5)
                                .partitionCustom((key, partitions) -> partitions, n -> n)
                                .sinkTo(new Results<Long>()));

        assertThat(failure.message())
                .contains(" failed: the partitioner of its output chose 2 for the key")
                .doesNotContain("Exception");
        assertThat(failure.stackTrace().lines()).hasSize(1);
    }

    @Test
    void shouldSayThatASinkFailed() throws Exception {
        FailureInfo failure =
                firstFailure(
                        env -> env.fromSequence(1, 5).sinkTo(new Failing.InWriter()).name("out"));

        assertThat(failure.location()).matches(".*out.* \\([12]/2\\) on tm-1");
        assertThat(failure.stackTrace())
                .contains("at org.example.job.Failing")
                .doesNotContain("dev.millstream");
    }

    @Test
    void shouldFailTheTaskWhenTheUsersCodeHasTakenAllMemory() throws Exception {
        FailureInfo failure =
                firstFailure(env ->
                        env.fromSequence(1, 5)
                                .map(new Failing.OutOfMemory())
                                .sinkTo(new Results<Long>()));

        assertThat(failure.message()).contains("Java heap space").contains("more memory");
        assertThat(failure.userCode()).isTrue();
    }

    @Test
    void shouldFailTheTaskWhenTheUsersCodeCallsItselfForEver() throws Exception {
        FailureInfo failure =
                firstFailure(env ->
                        env.fromSequence(1, 5)
                                .map(new Failing.Overflowing())
                                .sinkTo(new Results<Long>()));

        assertThat(failure.exceptionClass()).isEqualTo("java.lang.StackOverflowError");
        assertThat(failure.stackTrace().lines().count()).isLessThan(100);
    }

    @Test
    void shouldReportTheFirstFailureAndCancelTheRest() throws Exception {
        TestJob job =
                process.start(env ->
                        env.fromSequence(1, 1_000_000)
                                .rebalance()
                                .map(new Failing.InMap())
                                .name("it")
                                .rebalance()
                                .map(n -> n + 1)
                                .sinkTo(new Results<Long>()));
        job.await();

        assertThat(job.failures()).isNotEmpty().allMatch(FailureInfo::userCode);
        assertThat(job.updates())
                .filteredOn(update -> update.state().isTerminal())
                .extracting(update -> update.state())
                .contains(ExecutionState.FAILED, ExecutionState.CANCELED)
                .doesNotContain(ExecutionState.FINISHED);
    }

    private FailureInfo firstFailure(Programs.Body program) throws Exception {
        TestJob job = process.start(program).await();
        assertThat(job.failures()).isNotEmpty();
        return job.failures().getFirst();
    }
}
