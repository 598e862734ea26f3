package dev.millstream.engine.task;

import static org.assertj.core.api.Assertions.assertThat;

import dev.millstream.api.common.RuntimeExecutionMode;
import dev.millstream.engine.harness.Programs;
import dev.millstream.engine.harness.Results;
import dev.millstream.engine.harness.TestJob;
import dev.millstream.engine.harness.TestProcess;
import dev.millstream.graph.job.Bytes;
import dev.millstream.graph.job.JobGraph;
import dev.millstream.graph.job.JobVertex;
import dev.millstream.protocol.task.ExecutionState;
import dev.millstream.protocol.task.FailureInfo;
import dev.millstream.protocol.task.TaskIoMetrics;
import dev.millstream.protocol.task.UpdateTaskExecutionState;
import java.util.ArrayList;
import java.util.List;
import org.example.job.Stubborn;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class TaskTest {
    private final TestProcess process = new TestProcess();

    @AfterEach
    void shouldLeaveNothingBehind() {
        process.awaitRest();
        process.close();
    }

    private static JobGraph program() {
        return Programs.compile(env ->
                env.fromSequence(1, 1_000).rebalance().map(n -> n + 1).sinkTo(new Results<Long>()));
    }

    @Test
    void shouldGoThroughItsStatesAndCountRecords() throws Exception {
        TestJob job = process.start(program()).await();

        for (Task task : job.tasks()) {
            assertThat(job.statesOf(task.attempt()))
                    .containsExactly(
                            ExecutionState.INITIALIZING,
                            ExecutionState.RUNNING,
                            ExecutionState.FINISHED);
            assertThat(task.state()).isEqualTo(ExecutionState.FINISHED);
        }
        List<TaskIoMetrics> last =
                job.updates().stream()
                        .filter(update -> update.state() == ExecutionState.FINISHED)
                        .map(UpdateTaskExecutionState::metrics)
                        .toList();
        assertThat(last.stream().mapToLong(TaskIoMetrics::recordsIn).sum()).isEqualTo(1_000);
        assertThat(last.stream().mapToLong(TaskIoMetrics::recordsOut).sum()).isEqualTo(1_000);
        assertThat(job.tasks().stream().mapToLong(task -> task.metrics().recordsIn()).sum())
                .isEqualTo(1_000);
    }

    @Test
    void shouldLookAtMailBetweenTheRecordsOfABatch() throws Exception {
        Stubborn function = new Stubborn("mail", "map", true);
        TestJob job =
                process.start(env -> {
                    // A blocking result, so that one batch has all records.
                    env.setRuntimeMode(RuntimeExecutionMode.BATCH);
                    env.setParallelism(1);
                    env.fromSequence(1, 100).rebalance().map(function).sinkTo(new Results<>());
                });
        function.awaitBlocked();

        job.tasks().getLast().sourceEvent(Bytes.owning(new byte[0]));
        function.release();
        job.await();

        assertThat(process.isMarked("task.mail.between.records")).isTrue();
        assertThat(job.failures()).isEmpty();
    }

    @Test
    void shouldFailForGoodWhenItsCodeCannotBeOpened() throws Exception {
        JobGraph graph = program();
        List<JobVertex> vertices = new ArrayList<>(graph.vertices());
        JobVertex last = vertices.removeLast();
        vertices.add(
                new JobVertex(
                        last.id(),
                        last.name(),
                        last.parallelism(),
                        last.maxParallelism(),
                        last.slotSharingGroup(),
                        last.coLocationGroup(),
                        last.hasSource(),
                        last.operators(),
                        Bytes.owning(new byte[] {1, 2, 3}),
                        last.coordinator(),
                        last.inputs(),
                        last.results()));

        TestJob job =
                process.start(
                                new JobGraph(
                                        graph.jobId(),
                                        graph.name(),
                                        graph.batch(),
                                        vertices,
                                        graph.jars(),
                                        graph.configuration()))
                        .await();

        FailureInfo failure = job.failures().getFirst();
        assertThat(failure.message())
                .contains("can't be opened")
                .contains(last.name())
                .contains("on tm-1");
        assertThat(failure.retryable()).isFalse();
        assertThat(failure.userCode()).isFalse();
    }
}
