package dev.millstream.jobmanager.jobmaster.scheduler;

import dev.millstream.jobmanager.jobmaster.executiongraph.Attempt;
import dev.millstream.protocol.id.ResourceID;
import dev.millstream.protocol.task.ExecutionState;
import dev.millstream.protocol.task.FailureInfo;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Changes states of attempts, and collects what is to be done and told in consequence. */
final class TaskStates {
    private final List<SchedulerEffect> effects = new ArrayList<>();

    void add(SchedulerEffect effect) {
        effects.add(effect);
    }

    /** What was collected since the last call. */
    List<SchedulerEffect> drain() {
        List<SchedulerEffect> result = List.copyOf(effects);
        effects.clear();
        return result;
    }

    /** Tells that an attempt was created, and schedules it. */
    void schedule(Attempt attempt) {
        add(
                new SchedulerEffect.TaskStateChanged(
                        attempt.id(), attempt.name(), attempt.state(), Optional.empty()));
        change(attempt, ExecutionState.SCHEDULED);
    }

    void change(Attempt attempt, ExecutionState next) {
        change(attempt, next, Optional.empty());
    }

    void fail(Attempt attempt, FailureInfo failure) {
        change(attempt, ExecutionState.FAILED, Optional.of(failure));
    }

    private void change(Attempt attempt, ExecutionState next, Optional<FailureInfo> failure) {
        attempt.to(next);
        add(new SchedulerEffect.TaskStateChanged(attempt.id(), attempt.name(), next, failure));
    }

    /** Ends what doesn't run yet, and tells TaskManagers to end the rest. */
    void cancel(Attempt attempt) {
        switch (attempt.state()) {
            case CREATED, SCHEDULED -> change(attempt, ExecutionState.CANCELED);
            case DEPLOYING, INITIALIZING, RUNNING -> {
                change(attempt, ExecutionState.CANCELING);
                demandCancellation(attempt);
            }
            case CANCELING, FINISHED, CANCELED, FAILED -> {}
        }
    }

    /** Tells, perhaps once more, the attempt's TaskManager to end it. */
    void demandCancellation(Attempt attempt) {
        taskManager(attempt).ifPresent(id -> add(new SchedulerEffect.Cancel(id, attempt.id())));
    }

    static Optional<ResourceID> taskManager(Attempt attempt) {
        return attempt.slot().map(slot -> slot.location().id());
    }
}
