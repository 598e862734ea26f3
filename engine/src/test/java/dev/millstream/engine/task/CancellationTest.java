package dev.millstream.engine.task;

import static org.assertj.core.api.Assertions.assertThat;

import dev.millstream.engine.harness.Results;
import dev.millstream.engine.harness.TestJob;
import dev.millstream.engine.harness.TestProcess;
import dev.millstream.protocol.task.ExecutionState;
import dev.millstream.protocol.task.FailureInfo;
import dev.millstream.util.Collector;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.example.job.Stubborn;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class CancellationTest {
    private final TestProcess process = new TestProcess();

    @AfterEach
    void shouldLeaveNothingBehind() {
        process.awaitRest();
        process.close();
    }

    private TestJob start(Stubborn function) {
        return process.start(env ->
                env.fromSequence(1, 5)
                        .setParallelism(1)
                        .map(function)
                        .setParallelism(1)
                        .sinkTo(new Results<>())
                        .setParallelism(1));
    }

    private static void end(Task task) throws Exception {
        task.terminated().get(30, TimeUnit.SECONDS);
    }

    @ParameterizedTest
    @ValueSource(strings = {"open", "map"})
    void shouldEndTheUsersCodeByAnInterruptOnceItIsCancelled(String method) throws Exception {
        Stubborn function = new Stubborn("interrupted in " + method, method, true);
        TestJob job = start(function);
        function.awaitBlocked();
        Task task = job.tasks().getFirst();

        task.cancel();
        task.interrupt();
        end(task);

        List<ExecutionState> states = job.statesOf(task.attempt());
        assertThat(states.getFirst()).isEqualTo(ExecutionState.INITIALIZING);
        assertThat(states.getLast()).isEqualTo(ExecutionState.CANCELED);
        assertThat(states.contains(ExecutionState.RUNNING)).isEqualTo(method.equals("map"));
        job.cancel();
        job.await();
    }

    @Test
    void shouldWaitForCodeThatIgnoresInterruptsAndShowItsStack() throws Exception {
        Stubborn function = new Stubborn("ignoring", "map", false);
        TestJob job = start(function);
        function.awaitBlocked();
        Task task = job.tasks().getFirst();

        task.cancel();
        while (function.interrupts() < 3) {
            task.interrupt();
            Thread.onSpinWait();
        }
        assertThat(task.terminated()).isNotDone();
        assertThat(task.stackTrace())
                .anyMatch(frame -> frame.getClassName().startsWith("org.example.job.Stubborn"));
        function.release();
        end(task);

        assertThat(job.statesOf(task.attempt())).last().isEqualTo(ExecutionState.CANCELED);
        job.cancel();
        job.await();
    }

    @Test
    void shouldInterruptTheUsersCodeInClose() throws Exception {
        Stubborn function = new Stubborn("closing", "close", true);
        TestJob job = start(function);
        function.awaitBlocked();
        Task task = job.tasks().getFirst();

        task.cancel();
        task.interrupt();
        end(task);

        assertThat(job.statesOf(task.attempt())).last().isEqualTo(ExecutionState.CANCELED);
        job.cancel();
        job.await();
    }

    @Test
    void shouldCancelATaskThatWaitsForItsReceiver() throws Exception {
        Stubborn function = new Stubborn("receiver", "map", true);
        TestJob job =
                process.start(env ->
                        env.fromSequence(1, 1L << 60)
                                .setParallelism(1)
                                .map(n -> "number " + n)
                                .setParallelism(1)
                                .rebalance()
                                .map(text -> 1L)
                                .setParallelism(1)
                                .disableChaining()
                                .map(function)
                                .setParallelism(1)
                                .sinkTo(new Results<>())
                                .setParallelism(1));
        function.awaitBlocked();
        Task source = job.tasks().getFirst();
        while (!waitsForItsReceiver(source)) {
            Thread.onSpinWait();
        }

        job.cancel();
        job.tasks().forEach(Task::interrupt);
        job.await();

        assertThat(process.isMarked("task.cancelled.while.blocked")).isTrue();
        assertThat(job.failures()).isEmpty();
    }

    private static boolean waitsForItsReceiver(Task task) {
        return Stream.of(task.stackTrace())
                .anyMatch(frame ->
                        frame.getClassName().endsWith("TaskWaiting")
                                && frame.getMethodName().equals("await"));
    }

    @Test
    void shouldCancelAnEndlessSource() throws Exception {
        TestJob job =
                process.start(env ->
                        env.fromSequence(1, 1L << 60).filter(n -> n < 0).sinkTo(new Results<>()));
        job.awaitThat(started -> started.hasReported(ExecutionState.RUNNING));

        job.cancel();
        job.await();

        assertThat(job.updates())
                .filteredOn(update -> update.state().isTerminal())
                .hasSize(3)
                .allMatch(update -> update.state() == ExecutionState.CANCELED);
    }

    @Test
    void shouldCancelAFunctionThatEmitsWithoutEnd() throws Exception {
        TestJob job =
                process.start(env ->
                        env.fromSequence(1, 1)
                                .flatMap((Long n, Collector<Long> out) -> {
                                    for (long i = n; i > 0; i++) {
                                        out.collect(i);
                                    }
                                })
                                .filter(n -> n < 0)
                                .sinkTo(new Results<>()));
        job.awaitThat(started -> started.hasReported(ExecutionState.RUNNING));

        job.cancel();
        job.await();

        assertThat(job.failures()).isEmpty();
    }

    @Test
    void shouldFailWithTheCauseThatItIsGiven() throws Exception {
        Stubborn function = new Stubborn("failed", "map", true);
        TestJob job = start(function);
        function.awaitBlocked();
        Task task = job.tasks().getFirst();

        task.fail(FailureInfo.ofMessage("the slot was taken away"));
        task.cancel();
        task.interrupt();
        end(task);

        assertThat(job.statesOf(task.attempt())).last().isEqualTo(ExecutionState.FAILED);
        assertThat(job.failures().getFirst().message()).isEqualTo("the slot was taken away");
        job.await();
    }

    @Test
    void shouldIgnoreACancellationAfterTheEnd() throws Exception {
        TestJob job = process.start(env -> env.fromSequence(1, 5).sinkTo(new Results<>())).await();
        Task task = job.tasks().getFirst();

        task.cancel();
        task.interrupt();

        assertThat(task.state()).isEqualTo(ExecutionState.FINISHED);
    }
}
