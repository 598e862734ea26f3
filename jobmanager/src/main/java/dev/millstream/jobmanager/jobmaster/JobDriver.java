package dev.millstream.jobmanager.jobmaster;

import dev.millstream.api.common.JobID;
import dev.millstream.api.common.JobStatus;
import dev.millstream.configuration.Configuration;
import dev.millstream.jobmanager.Answers;
import dev.millstream.jobmanager.JobManagerOptions;
import dev.millstream.jobmanager.jobmaster.executiongraph.Subtask;
import dev.millstream.jobmanager.jobmaster.history.StateChangeHistory;
import dev.millstream.jobmanager.jobmaster.scheduler.JobScheduler;
import dev.millstream.jobmanager.jobmaster.scheduler.SchedulerEffect;
import dev.millstream.jobmanager.jobmaster.scheduler.SchedulerEvent;
import dev.millstream.jobmanager.jobmaster.splits.SplitAssignmentEvent;
import dev.millstream.platform.time.Clock;
import dev.millstream.protocol.id.AllocationID;
import dev.millstream.protocol.id.ExecutionAttemptID;
import dev.millstream.protocol.id.ResourceID;
import dev.millstream.protocol.job.JobResult;
import dev.millstream.protocol.task.ExecutionState;
import dev.millstream.protocol.task.FailureInfo;
import dev.millstream.protocol.task.TaskDeploymentDescriptor;
import dev.millstream.protocol.task.TaskOperationResult;
import dev.millstream.protocol.taskexecutor.SubmitTask;
import dev.millstream.rpc.endpoint.EndpointContext;
import dev.millstream.rpc.error.AskTimeoutException;
import dev.millstream.rpc.error.Failures;
import dev.millstream.rpc.error.LinkBrokenException;
import dev.millstream.rpc.fencing.Epoch;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Feeds the scheduler, and carries out what it decides. Belongs to the JobMaster's main thread; all
 * answers hop back to it.
 */
final class JobDriver {
    private static final Logger LOG = LoggerFactory.getLogger(JobDriver.class);

    private final EndpointContext own;
    private final Epoch epoch;
    private final JobID job;
    private final Clock clock;
    private final JobScheduler scheduler;
    private final TaskExecutors taskExecutors;
    private final ResourceManagerConnection resourceManager;
    private final StateChangeHistory history;
    private final CompletableFuture<JobResult> result = new CompletableFuture<>();
    private final Deque<SchedulerEvent> events = new ArrayDeque<>();
    private Consumer<SplitAssignmentEvent> splits = _ -> {};
    private boolean dispatching;
    private boolean left;
    private long endWallMs = -1;

    JobDriver(
            EndpointContext own,
            JobMasterServices services,
            Configuration options,
            JobScheduler scheduler,
            TaskExecutors taskExecutors) {
        this.own = own;
        this.epoch = own.epoch().orElseThrow();
        this.job = scheduler.graph().job().jobId();
        this.clock = services.platform().clock();
        this.scheduler = scheduler;
        this.taskExecutors = taskExecutors;
        this.history = new StateChangeHistory(options.get(JobManagerOptions.STATE_CHANGES));
        this.resourceManager =
                new ResourceManagerConnection(
                        job,
                        own,
                        services.resourceManagerAddress(),
                        options.get(JobManagerOptions.RECONNECT_DELAY).toMillis());
    }

    /** Who is to know of attempts' states. */
    void tellAttempts(Consumer<SplitAssignmentEvent> listener) {
        splits = listener;
    }

    void start() {
        resourceManager.start();
        dispatch(new SchedulerEvent.Start());
    }

    /** Ends all connections; for a job that has not ended, its tasks end with them. */
    void leave(String reason) {
        if (left) {
            return;
        }
        left = true;
        taskExecutors.removeAll(reason);
        resourceManager.close(reason);
    }

    StateChangeHistory history() {
        return history;
    }

    /** A copy, so that a caller can't end the job by completing it. */
    CompletableFuture<JobResult> result() {
        return result.copy();
    }

    boolean hasEnded() {
        return endWallMs >= 0;
    }

    /** -1 while the job lives. */
    long endWallMs() {
        return endWallMs;
    }

    /** Handles an event; one that arises meanwhile is handled behind it. */
    void dispatch(SchedulerEvent event) {
        own.mainThread().assertCurrent();
        events.add(event);
        if (dispatching) {
            return;
        }
        dispatching = true;
        try {
            while (!events.isEmpty()) {
                scheduler.on(events.remove(), clock.monotonicMs()).forEach(this::perform);
            }
        } finally {
            dispatching = false;
        }
    }

    private void perform(SchedulerEffect effect) {
        switch (effect) {
            case SchedulerEffect.DeclareSlots(int count) -> resourceManager.declare(count);
            case SchedulerEffect.Deploy(ResourceID to, TaskDeploymentDescriptor task) ->
                    deploy(to, task);
            case SchedulerEffect.Cancel(ResourceID at, ExecutionAttemptID attempt) ->
                    cancel(at, attempt);
            case SchedulerEffect.FreeSlot(ResourceID at, AllocationID allocation) ->
                    free(at, allocation);
            case SchedulerEffect.ReleasePartitions(ResourceID at, var partitions) ->
                    taskExecutors
                            .gateway(at)
                            .ifPresent(gateway -> gateway.releasePartitions(partitions, epoch));
            case SchedulerEffect.Later(long delayMs, SchedulerEvent event) ->
                    own.mainThread().schedule(delayMs, () -> dispatch(event));
            case SchedulerEffect.JobStatusChanged(JobStatus status, var failure) -> {
                LOG.info("Job {} is {}", job, status);
                history.add(clock.wallMs(), "job", status.name(), failure);
            }
            case SchedulerEffect.TaskStateChanged(var attempt, var name, var state, var failure) ->
                    taskChanged(attempt, name, state, failure);
            case SchedulerEffect.JobEnded(JobResult ended) -> end(ended);
        }
    }

    private void taskChanged(
            ExecutionAttemptID attempt,
            String name,
            ExecutionState state,
            Optional<FailureInfo> failure) {
        long wallMs = clock.wallMs();
        scheduler
                .graph()
                .current(attempt)
                .map(Subtask::attempt)
                .filter(it -> it.state() == state)
                .ifPresent(it -> it.at(wallMs));
        // Coordinators are ours, not the user's: only their failures are told.
        if (!attempt.coordinator() || state == ExecutionState.FAILED) {
            history.add(wallMs, name, state.name(), failure);
        }
        splits.accept(new SplitAssignmentEvent.AttemptChanged(attempt, state));
    }

    private void end(JobResult ended) {
        endWallMs = clock.wallMs();
        history.close();
        leave("Job " + job + " has ended");
        result.complete(ended);
    }

    private void deploy(ResourceID to, TaskDeploymentDescriptor task) {
        ExecutionAttemptID attempt = task.attempt();
        Answers.whenDone(
                taskExecutors
                        .gateway(to)
                        .map(gateway -> gateway.submitTask(new SubmitTask(task, epoch)))
                        .orElseGet(() -> unreachable(to)),
                own.mainThread(),
                (answer, failure) -> deployAnswered(attempt, answer, failure));
    }

    private void deployAnswered(
            ExecutionAttemptID attempt,
            @Nullable TaskOperationResult answer,
            @Nullable Throwable failure) {
        if (failure != null) {
            Throwable cause = Failures.unwrapped(failure);
            boolean unknown =
                    cause instanceof AskTimeoutException || cause instanceof LinkBrokenException;
            dispatch(
                    new SchedulerEvent.DeployFailed(
                            attempt, String.valueOf(cause.getMessage()), unknown));
        } else if (answer != null && !answer.success()) {
            dispatch(new SchedulerEvent.DeployFailed(attempt, answer.description(), false));
        }
    }

    private void cancel(ResourceID at, ExecutionAttemptID attempt) {
        Answers.whenDone(
                taskExecutors
                        .gateway(at)
                        .map(gateway -> gateway.cancelTask(attempt, epoch))
                        .orElseGet(() -> unreachable(at)),
                own.mainThread(),
                (answer, _) -> {
                    if (answer == null || !answer.success()) {
                        dispatch(new SchedulerEvent.CancelUnanswered(attempt));
                    }
                });
    }

    private void free(ResourceID at, AllocationID allocation) {
        String reason = "Job " + job + " has ended";
        Answers.whenDone(
                taskExecutors
                        .gateway(at)
                        .map(gateway -> gateway.freeSlot(allocation, epoch, reason))
                        .orElseGet(() -> unreachable(at)),
                own.mainThread(),
                (_, failure) -> {
                    if (failure != null) {
                        LOG.info("{} was not told to free {}", at, allocation, failure);
                    }
                });
    }

    private static <T> CompletableFuture<T> unreachable(ResourceID taskManager) {
        return CompletableFuture.failedFuture(
                new LinkBrokenException("TaskManager " + taskManager + " is not connected"));
    }
}
