package dev.millstream.jobmanager.jobmaster.scheduler;

import dev.millstream.api.common.JobStatus;
import dev.millstream.graph.job.JobGraph;
import dev.millstream.jobmanager.jobmaster.accumulators.AccumulatorTotals;
import dev.millstream.jobmanager.jobmaster.executiongraph.JobStatusMachine;
import dev.millstream.jobmanager.jobmaster.restart.RestartDecision;
import dev.millstream.jobmanager.jobmaster.restart.RestartStrategy;
import dev.millstream.protocol.job.JobResult;
import dev.millstream.protocol.task.FailureInfo;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.Optional;

/** The status of a job: how it fails, is restarted, and ends. */
final class JobLife {
    /** How many failures are remembered, for people. */
    private static final int MAX_FAILURES = 20;

    private final JobGraph job;
    private final JobStatusMachine machine;
    private final RestartStrategy restart;
    private final long submittedMs;
    private final TaskStates effects;
    private final AccumulatorTotals totals;
    private final Deque<FailureInfo> failures = new ArrayDeque<>();
    private Optional<FailureInfo> cause = Optional.empty();
    private int restarts;
    private boolean restartDue;

    JobLife(
            JobGraph job,
            SchedulerSettings settings,
            TaskStates effects,
            AccumulatorTotals totals) {
        this.job = job;
        this.machine = new JobStatusMachine("'" + job.name() + "' (" + job.jobId() + ")");
        this.restart = settings.restart();
        this.submittedMs = settings.submittedMs();
        this.effects = effects;
        this.totals = totals;
    }

    JobStatus status() {
        return machine.status();
    }

    List<FailureInfo> failures() {
        return List.copyOf(failures);
    }

    /** Whether tasks run, or are to run. */
    boolean isActive() {
        return status() == JobStatus.CREATED || status() == JobStatus.RUNNING;
    }

    boolean isOver() {
        return status().isGloballyTerminalState();
    }

    /** Whether the job waits to run again and the delay is over. */
    boolean isRestartDue() {
        return status() == JobStatus.RESTARTING && restartDue;
    }

    /** Whether the job ends once all attempts have. */
    boolean canEnd(boolean allFinished) {
        return status() == JobStatus.FAILING
                || status() == JobStatus.CANCELLING
                || (status() == JobStatus.RUNNING && allFinished);
    }

    void created() {
        to(JobStatus.CREATED, Optional.empty());
    }

    void sourcesRun() {
        if (status() == JobStatus.CREATED) {
            to(JobStatus.RUNNING, Optional.empty());
        }
    }

    /** Returns whether the tasks are to be stopped in consequence. */
    boolean cancel() {
        boolean possible =
                switch (status()) {
                    case INITIALIZING, CREATED, RUNNING, RESTARTING -> true;
                    case FAILING, FAILED, CANCELLING, CANCELED, FINISHED, SUSPENDED, RECONCILING ->
                            false;
                };
        if (possible) {
            to(JobStatus.CANCELLING, Optional.empty());
        }
        return possible;
    }

    /** Returns whether the tasks are to be stopped in consequence. */
    boolean failed(FailureInfo failure, long nowMs) {
        if (isOver()) {
            return false;
        }
        failures.addLast(failure);
        if (failures.size() > MAX_FAILURES) {
            failures.removeFirst();
        }
        if (status() == JobStatus.RESTARTING && !failure.retryable()) {
            giveUp(failure);
            return true;
        }
        if (!isActive()) {
            preferUserCode(failure);
            return false;
        }
        if (!failure.retryable()) {
            giveUp(failure);
            return true;
        }
        switch (restart.onFailure(nowMs)) {
            case RestartDecision.RestartAfter(long delayMs) -> {
                restarts++;
                restartDue = false;
                to(JobStatus.RESTARTING, Optional.of(failure));
                effects.add(
                        new SchedulerEffect.Later(
                                delayMs, new SchedulerEvent.RestartDue(restarts)));
            }
            case RestartDecision.GiveUp(String reason) ->
                    giveUp(FailureTexts.with(failure, reason));
        }
        return true;
    }

    /** A consumer may notice that its producer is gone before the producer says why. */
    private void preferUserCode(FailureInfo later) {
        if (status() == JobStatus.FAILING
                && later.userCode()
                && cause.filter(FailureInfo::userCode).isEmpty()) {
            cause = Optional.of(later);
        }
    }

    private void giveUp(FailureInfo failure) {
        cause = Optional.of(failure);
        to(JobStatus.FAILING, cause);
    }

    void restartDue(int number) {
        restartDue |= number == restarts;
    }

    /** Everything has ended: so does the job. */
    void end(long nowMs) {
        long durationMs = nowMs - submittedMs;
        JobResult result =
                switch (status()) {
                    case FAILING ->
                            new JobResult.JobResultFailure(
                                    job.jobId(),
                                    durationMs,
                                    totals.snapshot(),
                                    cause.orElseThrow());
                    case CANCELLING ->
                            new JobResult.JobResultCanceled(
                                    job.jobId(), durationMs, totals.snapshot());
                    case RUNNING ->
                            new JobResult.JobResultSuccess(
                                    job.jobId(), durationMs, totals.snapshot());
                    case INITIALIZING,
                            CREATED,
                            RESTARTING,
                            FAILED,
                            CANCELED,
                            FINISHED,
                            SUSPENDED,
                            RECONCILING ->
                            throw new IllegalStateException("A job can't end when " + status());
                };
        to(end(result), cause);
        effects.add(new SchedulerEffect.JobEnded(result));
    }

    private static JobStatus end(JobResult result) {
        return switch (result) {
            case JobResult.JobResultSuccess _ -> JobStatus.FINISHED;
            case JobResult.JobResultFailure _ -> JobStatus.FAILED;
            case JobResult.JobResultCanceled _ -> JobStatus.CANCELED;
        };
    }

    private void to(JobStatus next, Optional<FailureInfo> failure) {
        machine.to(next);
        effects.add(new SchedulerEffect.JobStatusChanged(next, failure));
    }
}
