package dev.millstream.jobmanager.jobmaster.scheduler;

import dev.millstream.api.common.JobStatus;
import dev.millstream.configuration.Configuration;
import dev.millstream.graph.job.JobGraph;
import dev.millstream.jobmanager.fixture.Jobs;
import dev.millstream.jobmanager.jobmaster.executiongraph.TaskManagerLocation;
import dev.millstream.jobmanager.jobmaster.restart.RestartStrategy;
import dev.millstream.platform.link.Address;
import dev.millstream.protocol.id.AllocationID;
import dev.millstream.protocol.id.ExecutionAttemptID;
import dev.millstream.protocol.id.PartitionID;
import dev.millstream.protocol.id.ResourceID;
import dev.millstream.protocol.id.SlotID;
import dev.millstream.protocol.job.JobResult;
import dev.millstream.protocol.jobmaster.SlotOffer;
import dev.millstream.protocol.task.AccumulatorSnapshot;
import dev.millstream.protocol.task.ExecutionState;
import dev.millstream.protocol.task.FailureInfo;
import dev.millstream.protocol.task.TaskIoMetrics;
import dev.millstream.protocol.task.UpdateTaskExecutionState;
import dev.millstream.rpc.fencing.Epoch;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.TreeMap;

/** A scheduler with TaskManagers that do what a test says. */
final class SchedulerRig {
    static final FailureInfo BOOM =
            new FailureInfo("Boom.", "java.lang.Exception", "at user.Code", true, "map", true);

    final JobScheduler scheduler;
    final List<SchedulerEffect> effects = new ArrayList<>();
    final TreeMap<ResourceID, Integer> slotCounts = new TreeMap<>();
    long nowMs = 1_000;

    SchedulerRig(JobGraph job) {
        Configuration options = Configuration.fromMap(job.configuration());
        scheduler =
                new JobScheduler(
                        job,
                        new Epoch(1, 0),
                        new SchedulerSettings(60_000, 1_000, RestartStrategy.of(options), 400));
    }

    /** A started job with as many TaskManagers of two slots as it takes. */
    static SchedulerRig running(JobGraph job, int taskManagers) {
        SchedulerRig rig = new SchedulerRig(job);
        rig.on(new SchedulerEvent.Start());
        for (int i = 1; i <= taskManagers; i++) {
            rig.taskManager("tm-" + i, 2);
        }
        return rig;
    }

    List<SchedulerEffect> on(SchedulerEvent event) {
        List<SchedulerEffect> now = scheduler.on(event, nowMs);
        effects.addAll(now);
        return now;
    }

    void taskManager(String name, int slots) {
        ResourceID id = new ResourceID(name);
        slotCounts.put(id, slots);
        on(
                new SchedulerEvent.TaskManagerJoined(
                        new TaskManagerLocation(id, new Address(name, 1), name)));
        offer(name);
    }

    void offer(String name) {
        ResourceID id = new ResourceID(name);
        List<SlotOffer> offers = new ArrayList<>();
        for (int index = 0; index < slotCounts.getOrDefault(id, 0); index++) {
            offers.add(
                    new SlotOffer(
                            new AllocationID(name.hashCode(), index), new SlotID(id, index), 1));
        }
        on(new SchedulerEvent.SlotsOffered(id, offers));
    }

    void lose(String name) {
        on(new SchedulerEvent.TaskManagerLost(new ResourceID(name), "it was killed"));
    }

    /** The current attempt of a task, by its name such as {@code sink (1/2)}. */
    ExecutionAttemptID attempt(String name) {
        return scheduler.graph().tasks().stream()
                .map(task -> task.attempt())
                .filter(attempt -> attempt.name().equals(name))
                .findFirst()
                .orElseThrow()
                .id();
    }

    ExecutionState state(String name) {
        return scheduler.graph().current(attempt(name)).orElseThrow().attempt().state();
    }

    void report(String name, ExecutionState... states) {
        for (ExecutionState state : states) {
            report(
                    attempt(name),
                    state,
                    state == ExecutionState.FAILED ? Optional.of(BOOM) : Optional.empty(),
                    List.of());
        }
    }

    void report(
            ExecutionAttemptID attempt,
            ExecutionState state,
            Optional<FailureInfo> failure,
            List<AccumulatorSnapshot> accumulators) {
        on(
                new SchedulerEvent.TaskReported(
                        new UpdateTaskExecutionState(
                                attempt, state, failure, accumulators, TaskIoMetrics.NONE)));
    }

    /** All that are being deployed run. */
    void runAll() {
        for (String name : names(ExecutionState.DEPLOYING)) {
            report(name, ExecutionState.INITIALIZING, ExecutionState.RUNNING);
        }
    }

    /** All that are being cancelled are. */
    void cancelAll() {
        for (String name : names(ExecutionState.CANCELING)) {
            report(name, ExecutionState.CANCELED);
        }
    }

    void finish(String vertex) {
        for (String name : names(ExecutionState.RUNNING)) {
            if (name.startsWith(vertex + " (") && !name.contains("coordinator")) {
                report(name, ExecutionState.FINISHED);
            }
        }
    }

    void complete(String vertex) {
        scheduler
                .graph()
                .vertex(Jobs.vertexId(vertex))
                .subtasks()
                .forEach(subtask ->
                        on(
                                new SchedulerEvent.PartitionReady(
                                        new PartitionID(subtask.attempt().id(), 0))));
    }

    /** Lets the last timer for an event of this kind fire. */
    void fire(Class<? extends SchedulerEvent> kind) {
        SchedulerEffect.Later timer =
                only(SchedulerEffect.Later.class).stream()
                        .filter(later -> kind.isInstance(later.event()))
                        .reduce((one, other) -> other)
                        .orElseThrow();
        nowMs += timer.delayMs();
        on(timer.event());
    }

    List<String> names(ExecutionState state) {
        return scheduler.graph().attempts(attempt -> attempt.state() == state).stream()
                .map(attempt -> attempt.name())
                .toList();
    }

    /** Each deployed task with its slot, such as {@code sink (1/2) tm-1#0}. */
    List<String> placement() {
        return scheduler.graph().attempts(attempt -> attempt.slot().isPresent()).stream()
                .map(attempt -> attempt.name() + " " + attempt.slot().orElseThrow().slot())
                .toList();
    }

    /** Each task with its state and slot, for messages. */
    List<String> summary() {
        return scheduler.graph().attempts(_ -> true).stream()
                .map(attempt -> attempt.name() + " " + attempt.state() + " " + attempt.slot())
                .toList();
    }

    <E extends SchedulerEffect> List<E> only(Class<E> kind) {
        return effects.stream().filter(kind::isInstance).map(kind::cast).toList();
    }

    JobStatus status() {
        return scheduler.status();
    }

    JobResult result() {
        return only(SchedulerEffect.JobEnded.class).getFirst().result();
    }
}
