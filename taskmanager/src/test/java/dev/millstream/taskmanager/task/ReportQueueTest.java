package dev.millstream.taskmanager.task;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;

import dev.millstream.api.common.JobID;
import dev.millstream.graph.job.JobVertexID;
import dev.millstream.protocol.id.ExecutionAttemptID;
import dev.millstream.protocol.id.PartitionID;
import dev.millstream.protocol.task.ExecutionState;
import dev.millstream.protocol.task.TaskIoMetrics;
import dev.millstream.protocol.task.UpdateTaskExecutionState;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class ReportQueueTest {
    private static final ExecutionAttemptID ATTEMPT =
            new ExecutionAttemptID(new JobID(0, 1), new JobVertexID(0, 2), false, 0, 0, 1, 0);
    private static final Report RUNNING = state(ExecutionState.RUNNING);
    private static final Report PARTITION = new Report.PartitionReady(new PartitionID(ATTEMPT, 0));
    private static final Report FINISHED = state(ExecutionState.FINISHED);

    private final ReportQueue queue = new ReportQueue();

    @Test
    void shouldSendOneAfterTheOtherInOrder() {
        assertThat(add(RUNNING)).containsExactly(new ReportEffect.Send(RUNNING));
        assertThat(add(PARTITION)).isEmpty();
        assertThat(add(FINISHED)).isEmpty();
        assertThat(queue.on(new ReportEvent.Delivered()))
                .containsExactly(new ReportEffect.Send(PARTITION));
        assertThat(queue.on(new ReportEvent.Delivered()))
                .containsExactly(new ReportEffect.Send(FINISHED));
        assertThat(queue.on(new ReportEvent.Delivered()))
                .containsExactly(new ReportEffect.Complete());
    }

    @Test
    void shouldRepeatWhatWasNotDeliveredAfterALongerAndLongerDelay() {
        add(RUNNING);
        assertThat(queue.on(new ReportEvent.Failed()))
                .containsExactly(new ReportEffect.RetryAfter(50));
        assertThat(add(FINISHED)).isEmpty();
        assertThat(queue.on(new ReportEvent.RetryDue()))
                .containsExactly(new ReportEffect.Send(RUNNING));
        assertThat(queue.on(new ReportEvent.Failed()))
                .containsExactly(new ReportEffect.RetryAfter(100));
    }

    @Test
    void shouldNotBeCompleteBeforeATerminalState() {
        add(RUNNING);
        assertThat(queue.on(new ReportEvent.Delivered())).isEmpty();
        assertThat(add(FINISHED)).containsExactly(new ReportEffect.Send(FINISHED));
    }

    @Test
    void shouldFailOnAnAnswerToNothing() {
        assertThatIllegalStateException()
                .isThrownBy(() -> queue.on(new ReportEvent.Delivered()))
                .withMessageContaining("SENDING");
    }

    private List<ReportEffect> add(Report report) {
        return queue.on(new ReportEvent.Added(report));
    }

    private static Report state(ExecutionState state) {
        return new Report.StateChanged(
                new UpdateTaskExecutionState(
                        ATTEMPT, state, Optional.empty(), List.of(), TaskIoMetrics.NONE));
    }
}
