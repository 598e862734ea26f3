package dev.millstream.taskmanager.executor;

import dev.millstream.engine.task.RunningTask;
import dev.millstream.platform.time.Cancellable;
import dev.millstream.protocol.id.ExecutionAttemptID;
import dev.millstream.protocol.task.ExecutionState;
import dev.millstream.protocol.task.FailureInfo;
import dev.millstream.protocol.task.TaskDeploymentDescriptor;
import dev.millstream.protocol.task.TaskIoMetrics;
import dev.millstream.protocol.task.UpdateTaskExecutionState;
import dev.millstream.taskmanager.classes.ClassesLease;
import dev.millstream.taskmanager.task.CancellationWatchdog;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * One attempt, from its acceptance to its end. It has no thread until its classes are there.
 * Belongs to the main thread of the TaskExecutor.
 */
final class TaskRun {
    private final TaskDeploymentDescriptor descriptor;
    private final ServedJob job;
    private final CancellationWatchdog watchdog;
    private final List<Consumer<RunningTask>> waiting = new ArrayList<>();
    private Cancellable wake = () -> {};
    private @Nullable RunningTask task;
    private @Nullable ClassesLease lease;
    private @Nullable UpdateTaskExecutionState earlyEnd;

    TaskRun(TaskDeploymentDescriptor descriptor, ServedJob job, CancellationWatchdog watchdog) {
        this.descriptor = descriptor;
        this.job = job;
        this.watchdog = watchdog;
    }

    TaskDeploymentDescriptor descriptor() {
        return descriptor;
    }

    ExecutionAttemptID attempt() {
        return descriptor.attempt();
    }

    ServedJob job() {
        return job;
    }

    CancellationWatchdog watchdog() {
        return watchdog;
    }

    /** Replaces the watchdog's timer, which is called off. */
    void wakes(Cancellable timer) {
        wake.cancel();
        wake = timer;
    }

    Optional<RunningTask> task() {
        return Optional.ofNullable(task);
    }

    /** How it ended before it had a thread; empty when it did not. */
    Optional<UpdateTaskExecutionState> earlyEnd() {
        return Optional.ofNullable(earlyEnd);
    }

    void started(RunningTask running) {
        task = running;
        waiting.forEach(message -> message.accept(running));
        waiting.clear();
    }

    /** Gives the task a message, now or as soon as it runs. */
    void deliver(Consumer<RunningTask> message) {
        if (task != null) {
            message.accept(task);
        } else {
            waiting.add(message);
        }
    }

    void leased(ClassesLease of) {
        lease = of;
    }

    void cancel() {
        if (task != null) {
            task.cancel();
        } else {
            endEarly(ExecutionState.CANCELED, Optional.empty());
        }
    }

    void fail(FailureInfo cause) {
        if (task != null) {
            task.fail(cause);
        } else {
            endEarly(ExecutionState.FAILED, Optional.of(cause));
        }
    }

    /** Gives its classes back. */
    void release() {
        if (lease != null) {
            lease.release();
            lease = null;
        }
    }

    private void endEarly(ExecutionState state, Optional<FailureInfo> cause) {
        if (earlyEnd == null) {
            earlyEnd =
                    new UpdateTaskExecutionState(
                            attempt(), state, cause, List.of(), TaskIoMetrics.NONE);
        }
    }

    /** For people: what runs where. */
    String location() {
        return "%s (%s%d/%d)"
                .formatted(
                        descriptor.vertexName(),
                        attempt().coordinator() ? "coordinator, " : "",
                        attempt().subtask() + 1,
                        descriptor.parallelism());
    }
}
