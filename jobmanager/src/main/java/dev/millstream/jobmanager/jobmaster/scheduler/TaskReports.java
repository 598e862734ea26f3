package dev.millstream.jobmanager.jobmaster.scheduler;

import dev.millstream.jobmanager.jobmaster.accumulators.AccumulatorConflictException;
import dev.millstream.jobmanager.jobmaster.accumulators.AccumulatorTotals;
import dev.millstream.jobmanager.jobmaster.executiongraph.Attempt;
import dev.millstream.jobmanager.jobmaster.executiongraph.ExecutionGraph;
import dev.millstream.jobmanager.jobmaster.executiongraph.ExecutionVertex;
import dev.millstream.jobmanager.jobmaster.executiongraph.Subtask;
import dev.millstream.protocol.id.ResourceID;
import dev.millstream.protocol.task.ExecutionState;
import dev.millstream.protocol.task.FailureInfo;
import dev.millstream.protocol.task.UpdateTaskExecutionState;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** What becomes of attempts: as their TaskManagers report, or because these are gone. */
final class TaskReports {
    /** Told when the job can't go on as it is. */
    interface Job {
        void failed(FailureInfo failure, long nowMs);
    }

    private final ExecutionGraph graph;
    private final TaskStates states;
    private final JobLife life;
    private final AccumulatorTotals totals;
    private final Job job;

    TaskReports(
            ExecutionGraph graph,
            TaskStates states,
            JobLife life,
            AccumulatorTotals totals,
            Job job) {
        this.graph = graph;
        this.states = states;
        this.life = life;
        this.totals = totals;
        this.job = job;
    }

    /** States only go forward: a report that comes late or twice changes nothing. */
    void reported(Subtask subtask, UpdateTaskExecutionState update, long nowMs) {
        Attempt attempt = subtask.attempt();
        if (!attempt.isDeployed() || !isNews(attempt.state(), update.state())) {
            return;
        }
        attempt.measured(update.metrics());
        switch (update.state()) {
            case CREATED, SCHEDULED, DEPLOYING -> {}
            case INITIALIZING, RUNNING, CANCELING -> states.change(attempt, update.state());
            case FINISHED -> finished(subtask, update, nowMs);
            case CANCELED -> canceled(subtask, update, nowMs);
            case FAILED ->
                    failed(
                            attempt,
                            update.failure().orElseGet(() -> FailureTexts.unexplained(attempt)),
                            nowMs);
        }
        if (graph.sourcesRun()) {
            life.sourcesRun();
        }
    }

    private static boolean isNews(ExecutionState known, ExecutionState reported) {
        return known == ExecutionState.CANCELING
                ? reported.isTerminal()
                : reported.compareTo(known) > 0;
    }

    private void finished(Subtask subtask, UpdateTaskExecutionState update, long nowMs) {
        if (accumulate(subtask.attempt(), update, nowMs)) {
            states.change(subtask.attempt(), ExecutionState.FINISHED);
            ExecutionVertex vertex = subtask.vertex();
            if (vertex.isFinished()) {
                vertex.coordinator().ifPresent(source -> states.cancel(source.attempt()));
            }
        }
    }

    private void canceled(Subtask subtask, UpdateTaskExecutionState update, long nowMs) {
        Attempt attempt = subtask.attempt();
        if (attempt.state() != ExecutionState.CANCELING) {
            states.change(attempt, ExecutionState.CANCELING);
        }
        if (accumulate(attempt, update, nowMs)) {
            states.change(attempt, ExecutionState.CANCELED);
            boolean wanted = subtask.isCoordinator() && subtask.vertex().isFinished();
            if (life.isActive() && !wanted) {
                job.failed(FailureTexts.canceledByItself(attempt), nowMs);
            }
        }
    }

    /** Whether the attempt's accumulators could be merged; if not, it has failed. */
    private boolean accumulate(Attempt attempt, UpdateTaskExecutionState update, long nowMs) {
        try {
            attempt.accumulated(update.accumulators());
            totals.add(update.accumulators());
            return true;
        } catch (AccumulatorConflictException conflict) {
            failed(
                    attempt,
                    FailureTexts.conflict(attempt, String.valueOf(conflict.getMessage())),
                    nowMs);
            return false;
        }
    }

    void failed(Attempt attempt, FailureInfo failure, long nowMs) {
        states.fail(attempt, failure);
        job.failed(failure, nowMs);
    }

    /**
     * Ends all attempts on a TaskManager that is gone.
     *
     * @return what that means for the job: nothing if all it had there is done and read
     */
    List<FailureInfo> endAllOn(ResourceID lost, String reason) {
        List<FailureInfo> failures = new ArrayList<>();
        for (Subtask subtask : graph.tasks()) {
            Attempt attempt = subtask.attempt();
            if (!TaskStates.taskManager(attempt).equals(Optional.of(lost))) {
                continue;
            }
            if (attempt.state() == ExecutionState.CANCELING) {
                states.change(attempt, ExecutionState.CANCELED);
            } else if (attempt.isDeployed()) {
                FailureInfo failure = FailureTexts.taskManagerLost(attempt, reason);
                states.fail(attempt, failure);
                failures.add(failure);
            } else if (attempt.state() == ExecutionState.FINISHED
                    && BlockingPartitions.areStillRead(subtask)) {
                failures.add(FailureTexts.resultLost(attempt, reason));
            }
        }
        return failures;
    }
}
