package dev.millstream.jobmanager.jobmaster.scheduler;

import dev.millstream.api.common.JobStatus;
import dev.millstream.graph.job.JobGraph;
import dev.millstream.graph.job.ResultKind;
import dev.millstream.jobmanager.jobmaster.accumulators.AccumulatorConflictException;
import dev.millstream.jobmanager.jobmaster.accumulators.AccumulatorTotals;
import dev.millstream.jobmanager.jobmaster.executiongraph.AssignedSlot;
import dev.millstream.jobmanager.jobmaster.executiongraph.Attempt;
import dev.millstream.jobmanager.jobmaster.executiongraph.ExecutionGraph;
import dev.millstream.jobmanager.jobmaster.executiongraph.ExecutionVertex;
import dev.millstream.jobmanager.jobmaster.executiongraph.Subtask;
import dev.millstream.jobmanager.jobmaster.executiongraph.TaskManagerLocation;
import dev.millstream.jobmanager.jobmaster.slotpool.PooledSlot;
import dev.millstream.jobmanager.jobmaster.slotpool.SlotPool;
import dev.millstream.jobmanager.jobmaster.slotpool.SlotPoolEffect;
import dev.millstream.jobmanager.jobmaster.slotpool.SlotPoolEvent;
import dev.millstream.protocol.id.AllocationID;
import dev.millstream.protocol.id.ExecutionAttemptID;
import dev.millstream.protocol.id.PartitionID;
import dev.millstream.protocol.id.ResourceID;
import dev.millstream.protocol.task.ExecutionState;
import dev.millstream.protocol.task.FailureInfo;
import dev.millstream.protocol.task.UpdateTaskExecutionState;
import dev.millstream.rpc.fencing.Epoch;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.TreeMap;

/**
 * Runs one job: gets its slots, deploys its tasks, follows their states, and restarts or ends the
 * job. Pure: events in, effects out. Not thread-safe: belongs to its JobMaster's main thread.
 */
public final class JobScheduler {
    private final ExecutionGraph graph;
    private final TaskStates states = new TaskStates();
    private final JobLife life;
    private final SlotPool pool;
    private final Deployment deployment;
    private final AccumulatorTotals totals = new AccumulatorTotals();
    private final long cancelRetryMs;
    private final TreeMap<ResourceID, TaskManagerLocation> taskManagers = new TreeMap<>();

    /**
     * @param job what to run
     * @param epoch of the JobMaster
     * @throws dev.millstream.jobmanager.jobmaster.executiongraph.MalformedJobException if the job
     *     can't be run
     */
    public JobScheduler(JobGraph job, Epoch epoch, SchedulerSettings settings) {
        this.graph = new ExecutionGraph(job, epoch);
        this.life = new JobLife(job, settings, states, totals);
        SlotSharing sharing = new SlotSharing(graph);
        this.pool =
                new SlotPool(job.name(), sharing.requirements(), settings.slotRequestTimeoutMs());
        this.deployment = new Deployment(graph, sharing, states);
        this.cancelRetryMs = settings.cancelRetryMs();
    }

    /**
     * Refuses a job that can't be run, whatever the cluster.
     *
     * @throws dev.millstream.jobmanager.jobmaster.executiongraph.MalformedJobException that says
     *     why
     */
    public static void check(JobGraph job) {
        RegionOrder.check(new ExecutionGraph(job, new Epoch(0, 0)));
    }

    /** Decides what follows from an event. */
    public List<SchedulerEffect> on(SchedulerEvent event, long nowMs) {
        switch (event) {
            case SchedulerEvent.Start() -> {
                life.created();
                schedule(nowMs);
            }
            case SchedulerEvent.TaskManagerJoined(TaskManagerLocation location) ->
                    taskManagers.put(location.id(), location);
            case SchedulerEvent.TaskManagerLost(ResourceID id, String reason) ->
                    taskManagerLost(id, reason, nowMs);
            case SchedulerEvent.SlotsOffered(ResourceID id, var offers) -> {
                if (taskManagers.containsKey(id)) {
                    pool(new SlotPoolEvent.Offered(id, offers), nowMs);
                }
            }
            case SchedulerEvent.NotEnoughSlots(int available) ->
                    pool(new SlotPoolEvent.NotEnough(available), nowMs);
            case SchedulerEvent.SlotsTimedOut(int number) ->
                    pool(new SlotPoolEvent.TimedOut(number), nowMs);
            case SchedulerEvent.TaskReported(UpdateTaskExecutionState update) ->
                    graph.current(update.attempt())
                            .ifPresent(subtask -> reported(subtask, update, nowMs));
            case SchedulerEvent.MetricsReported(ExecutionAttemptID id, var metrics) ->
                    graph.current(id).ifPresent(task -> task.attempt().measured(metrics));
            case SchedulerEvent.DeployFailed(ExecutionAttemptID id, String why, boolean unknown) ->
                    living(id).ifPresent(attempt -> deployFailed(attempt, why, unknown, nowMs));
            case SchedulerEvent.CancelUnanswered(ExecutionAttemptID id) ->
                    living(id).ifPresent(this::cancelLater);
            case SchedulerEvent.CancelAgain(ExecutionAttemptID id) ->
                    living(id).ifPresent(states::demandCancellation);
            case SchedulerEvent.PartitionReady(PartitionID partition) -> {
                if (graph.completed(partition)) {
                    deployment.deployReady();
                }
            }
            case SchedulerEvent.TaskFailed(ExecutionAttemptID id, FailureInfo failure) ->
                    living(id).ifPresent(attempt -> failFromHere(attempt, failure, nowMs));
            case SchedulerEvent.RestartDue(int restart) -> life.restartDue(restart);
            case SchedulerEvent.CancelRequested() -> cancelJob(nowMs);
        }
        concludeIfAllEnded(nowMs);
        return states.drain();
    }

    public JobStatus status() {
        return life.status();
    }

    /** Newest last; bounded. */
    public List<FailureInfo> failures() {
        return life.failures();
    }

    /** To be read only. */
    public ExecutionGraph graph() {
        return graph;
    }

    /** Whether the job has the slot, and an offer of it is accepted. */
    public boolean holds(AllocationID allocation) {
        return pool.holds(allocation);
    }

    /** Whether the job has slots of a TaskManager. */
    public boolean hasSlotsOf(ResourceID taskManager) {
        return pool.holdsFrom(taskManager);
    }

    private void schedule(long nowMs) {
        graph.attempts(_ -> true).forEach(states::schedule);
        pool(new SlotPoolEvent.Wanted(), nowMs);
    }

    private void pool(SlotPoolEvent event, long nowMs) {
        for (SlotPoolEffect effect : pool.on(event, nowMs)) {
            switch (effect) {
                case SlotPoolEffect.Declare(int slots) ->
                        states.add(new SchedulerEffect.DeclareSlots(slots));
                case SlotPoolEffect.Await(int number, long delayMs) ->
                        states.add(
                                new SchedulerEffect.Later(
                                        delayMs, new SchedulerEvent.SlotsTimedOut(number)));
                case SlotPoolEffect.Filled(List<PooledSlot> slots) ->
                        deployment.begin(slots.stream().map(this::located).toList());
                case SlotPoolEffect.Missing(String message) ->
                        failJob(FailureTexts.missingSlots(message), nowMs);
                case SlotPoolEffect.Free(List<PooledSlot> slots) ->
                        slots.forEach(slot ->
                                states.add(
                                        new SchedulerEffect.FreeSlot(
                                                slot.slot().taskManager(), slot.allocation())));
            }
        }
    }

    private AssignedSlot located(PooledSlot slot) {
        TaskManagerLocation location = taskManagers.get(slot.slot().taskManager());
        if (location == null) {
            throw new IllegalStateException(
                    "Slot " + slot.slot() + " is pooled, but its TaskManager is gone");
        }
        return new AssignedSlot(slot.slot(), slot.allocation(), location);
    }

    /** An attempt that is current and has not ended. */
    private Optional<Attempt> living(ExecutionAttemptID id) {
        return graph.current(id)
                .map(Subtask::attempt)
                .filter(attempt -> !attempt.state().isTerminal());
    }

    /** States only go forward: a report that comes late or twice changes nothing. */
    private void reported(Subtask subtask, UpdateTaskExecutionState update, long nowMs) {
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
                failJob(FailureTexts.canceledByItself(attempt), nowMs);
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

    private void failed(Attempt attempt, FailureInfo failure, long nowMs) {
        states.fail(attempt, failure);
        failJob(failure, nowMs);
    }

    /** Fails an attempt that may still run. */
    private void failFromHere(Attempt attempt, FailureInfo failure, long nowMs) {
        if (attempt.isDeployed()) {
            states.demandCancellation(attempt);
        }
        failed(attempt, failure, nowMs);
    }

    private void deployFailed(Attempt attempt, String reason, boolean unknown, long nowMs) {
        if (unknown) {
            states.demandCancellation(attempt);
        } else {
            attempt.slot()
                    .ifPresent(slot -> pool(new SlotPoolEvent.Unusable(slot.allocation()), nowMs));
        }
        if (attempt.state() == ExecutionState.CANCELING) {
            states.change(attempt, ExecutionState.CANCELED);
        } else {
            failed(attempt, FailureTexts.refused(attempt, reason), nowMs);
        }
    }

    private void cancelLater(Attempt attempt) {
        if (attempt.state() == ExecutionState.CANCELING) {
            states.add(
                    new SchedulerEffect.Later(
                            cancelRetryMs, new SchedulerEvent.CancelAgain(attempt.id())));
        }
    }

    private void taskManagerLost(ResourceID id, String reason, long nowMs) {
        if (taskManagers.remove(id) == null) {
            return;
        }
        pool(new SlotPoolEvent.TaskManagerLost(id), nowMs);
        List<FailureInfo> failures = new ArrayList<>();
        for (Subtask subtask : graph.tasks()) {
            Attempt attempt = subtask.attempt();
            if (!TaskStates.taskManager(attempt).equals(Optional.of(id))) {
                continue;
            }
            if (attempt.state() == ExecutionState.CANCELING) {
                states.change(attempt, ExecutionState.CANCELED);
            } else if (attempt.isDeployed()) {
                FailureInfo failure = FailureTexts.taskManagerLost(attempt, reason);
                states.fail(attempt, failure);
                failures.add(failure);
            } else if (attempt.state() == ExecutionState.FINISHED && isStillRead(subtask)) {
                failures.add(FailureTexts.resultLost(attempt, reason));
            }
        }
        if (failures.isEmpty() && deployment.isWaitingWith(id)) {
            failures.add(FailureTexts.slotLost(id, reason));
        }
        if (!failures.isEmpty()) {
            failJob(failures.getFirst(), nowMs);
        }
    }

    /** Whether somebody has yet to read a blocking result of a finished subtask. */
    private static boolean isStillRead(Subtask producer) {
        return producer.vertex().results().stream()
                .anyMatch(result ->
                        result.kind() == ResultKind.BLOCKING && !result.consumer().isFinished());
    }

    private void failJob(FailureInfo failure, long nowMs) {
        if (life.failed(failure, nowMs)) {
            stopAll(nowMs);
        }
    }

    private void cancelJob(long nowMs) {
        if (life.cancel()) {
            stopAll(nowMs);
        }
    }

    private void stopAll(long nowMs) {
        deployment.end();
        pool(new SlotPoolEvent.NoLongerWanted(), nowMs);
        graph.attempts(_ -> true).forEach(states::cancel);
    }

    private void concludeIfAllEnded(long nowMs) {
        if (life.isOver() || !graph.allEnded()) {
            return;
        }
        if (life.isRestartDue()) {
            releasePartitions();
            graph.renewAll();
            totals.clear();
            life.created();
            schedule(nowMs);
        } else if (life.canEnd(graph.allFinished())) {
            deployment.end();
            pool(new SlotPoolEvent.Closed(), nowMs);
            life.end(nowMs);
        }
    }

    private void releasePartitions() {
        TreeMap<ResourceID, List<PartitionID>> byTaskManager = new TreeMap<>();
        for (Subtask subtask : graph.tasks()) {
            Attempt attempt = subtask.attempt();
            Optional<ResourceID> taskManager =
                    TaskStates.taskManager(attempt).filter(taskManagers::containsKey);
            if (subtask.isCoordinator() || taskManager.isEmpty()) {
                continue;
            }
            subtask.vertex().results().stream()
                    .filter(result -> result.kind() == ResultKind.BLOCKING)
                    .forEach(result ->
                            byTaskManager
                                    .computeIfAbsent(taskManager.get(), _ -> new ArrayList<>())
                                    .add(new PartitionID(attempt.id(), result.index())));
        }
        byTaskManager.forEach((id, partitions) ->
                states.add(new SchedulerEffect.ReleasePartitions(id, partitions)));
    }
}
