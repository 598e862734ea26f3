package dev.millstream.jobmanager.jobmaster.scheduler;

import dev.millstream.api.common.JobStatus;
import dev.millstream.graph.job.JobGraph;
import dev.millstream.jobmanager.jobmaster.accumulators.AccumulatorTotals;
import dev.millstream.jobmanager.jobmaster.executiongraph.AssignedSlot;
import dev.millstream.jobmanager.jobmaster.executiongraph.Attempt;
import dev.millstream.jobmanager.jobmaster.executiongraph.ExecutionGraph;
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
    private final TaskReports reports;
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
        this.reports = new TaskReports(graph, states, life, totals, this::failJob);
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
                            .ifPresent(subtask -> reports.reported(subtask, update, nowMs));
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

    /** Fails an attempt that may still run. */
    private void failFromHere(Attempt attempt, FailureInfo failure, long nowMs) {
        if (attempt.isDeployed()) {
            states.demandCancellation(attempt);
        }
        reports.failed(attempt, failure, nowMs);
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
            reports.failed(attempt, FailureTexts.refused(attempt, reason), nowMs);
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
        List<FailureInfo> failures = reports.endAllOn(id, reason);
        if (!failures.isEmpty()) {
            failJob(failures.getFirst(), nowMs);
        } else if (deployment.isWaitingWith(id)) {
            failJob(FailureTexts.slotLost(id, reason), nowMs);
        }
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
            BlockingPartitions.release(graph, taskManagers.navigableKeySet(), states);
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
}
