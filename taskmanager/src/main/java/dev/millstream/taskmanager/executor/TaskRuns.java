package dev.millstream.taskmanager.executor;

import dev.millstream.engine.task.RunningTask;
import dev.millstream.engine.task.TaskListener;
import dev.millstream.protocol.id.ExecutionAttemptID;
import dev.millstream.protocol.id.PartitionID;
import dev.millstream.protocol.task.ExecutionState;
import dev.millstream.protocol.task.FailureInfo;
import dev.millstream.protocol.task.UpdateTaskExecutionState;
import dev.millstream.rpc.endpoint.MainThread;
import dev.millstream.taskmanager.classes.ClassesLease;
import dev.millstream.taskmanager.classes.JobSerialization;
import dev.millstream.taskmanager.task.Report;
import dev.millstream.taskmanager.task.WatchdogEffect;
import dev.millstream.taskmanager.task.WatchdogEvent;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.concurrent.CompletableFuture;
import java.util.function.Consumer;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The attempts of one TaskManager: starts them, ends them, watches over their end and passes on
 * what they report. Belongs to the main thread of the TaskExecutor.
 */
final class TaskRuns {
    private static final Logger LOG = LoggerFactory.getLogger(TaskRuns.class);

    private final String taskManager;
    private final TaskManagerServices services;
    private final MainThread mainThread;
    private final Consumer<TaskRun> onEnded;
    private final Map<ExecutionAttemptID, TaskRun> runs = new TreeMap<>();

    /**
     * @param onEnded called once for each attempt that no longer occupies its slot
     */
    TaskRuns(
            String taskManager,
            TaskManagerServices services,
            MainThread mainThread,
            Consumer<TaskRun> onEnded) {
        this.taskManager = taskManager;
        this.services = services;
        this.mainThread = mainThread;
        this.onEnded = onEnded;
    }

    Optional<TaskRun> find(ExecutionAttemptID attempt) {
        return Optional.ofNullable(runs.get(attempt));
    }

    /** All that have not ended. */
    List<TaskRun> all() {
        return List.copyOf(runs.values());
    }

    /**
     * Starts an attempt as soon as its classes are there.
     *
     * @param starting makes the running task, on the main thread
     */
    void start(TaskRun run, Function<ClassesLease, RunningTask> starting) {
        if (runs.putIfAbsent(run.attempt(), run) != null) {
            throw new IllegalStateException("Attempt " + run.attempt() + " is here already");
        }
        Answers.handle(
                acquireClasses(run),
                mainThread,
                (lease, failure) -> classesArrived(run, lease, failure, starting));
    }

    void cancel(ExecutionAttemptID attempt) {
        find(attempt).ifPresent(run -> end(run, run::cancel));
    }

    void fail(ExecutionAttemptID attempt, String reason) {
        find(attempt)
                .ifPresent(run ->
                        end(
                                run,
                                () ->
                                        run.fail(
                                                FailureInfo.ofMessage(
                                                        run.location()
                                                                + " on "
                                                                + taskManager
                                                                + " was failed: "
                                                                + reason))));
    }

    /** A listener that passes everything on to the job's JobMaster. */
    TaskListener listener(TaskRun run) {
        return new TaskListener() {
            @Override
            public void onStateChange(UpdateTaskExecutionState update) {
                mainThread.execute(() -> report(run, new Report.StateChanged(update)));
            }

            @Override
            public void onPartitionData(PartitionID partition) {
                mainThread.execute(() -> report(run, new Report.PartitionReady(partition)));
            }
        };
    }

    private CompletableFuture<ClassesLease> acquireClasses(TaskRun run) {
        return run.job()
                .acquireClasses(
                        services.classes(),
                        run.descriptor().jars(),
                        JobSerialization.of(run.descriptor().configuration()));
    }

    private void classesArrived(
            TaskRun run,
            @Nullable ClassesLease lease,
            @Nullable Throwable failure,
            Function<ClassesLease, RunningTask> starting) {
        if (runs.get(run.attempt()) != run) {
            if (lease != null) {
                lease.release();
            }
            return;
        }
        if (lease == null) {
            run.fail(noClasses(run, failure));
            endEarly(run);
            return;
        }
        run.leased(lease);
        try {
            RunningTask task = starting.apply(lease);
            run.started(task);
            Answers.handle(task.terminated(), mainThread, (_, _) -> ended(run));
        } catch (RuntimeException | OutOfMemoryError e) {
            // No thread could be had, or the JobMaster is gone: that is this task's failure alone.
            LOG.warn("{} could not start", run.location(), e);
            run.fail(
                    FailureInfo.ofMessage(
                            run.location()
                                    + " could not start on "
                                    + taskManager
                                    + ": "
                                    + Causes.text(e)));
            endEarly(run);
        }
    }

    private FailureInfo noClasses(TaskRun run, @Nullable Throwable failure) {
        return FailureInfo.ofMessage(
                run.location()
                        + " could not start on "
                        + taskManager
                        + ": the job's jars can't be loaded: "
                        + (failure == null ? "no reason given" : Causes.text(failure)));
    }

    private void endEarly(TaskRun run) {
        run.earlyEnd().ifPresent(end -> report(run, new Report.StateChanged(end)));
        ended(run);
    }

    private void report(TaskRun run, Report report) {
        // What was given up has been reported as failed: nothing more is said about it.
        if (runs.get(run.attempt()) == run) {
            run.job().reports().add(run.attempt(), report);
        }
    }

    private void ended(TaskRun run) {
        step(run, new WatchdogEvent.Ended());
        run.release();
        if (runs.remove(run.attempt(), run)) {
            onEnded.accept(run);
        }
    }

    private void end(TaskRun run, Runnable ending) {
        ending.run();
        if (run.task().isPresent()) {
            step(run, new WatchdogEvent.EndRequested());
        } else {
            endEarly(run);
        }
    }

    private void step(TaskRun run, WatchdogEvent event) {
        long nowMs = services.platform().clock().monotonicMs();
        for (WatchdogEffect effect : run.watchdog().on(event, nowMs)) {
            switch (effect) {
                case WatchdogEffect.WakeAfter(long delayMs) ->
                        run.wakes(
                                mainThread.schedule(
                                        delayMs, () -> step(run, new WatchdogEvent.Woken())));
                case WatchdogEffect.CancelWake() -> run.wakes(() -> {});
                case WatchdogEffect.Interrupt(long waitedMs) -> interrupt(run, waitedMs);
                case WatchdogEffect.GiveUp(long waitedMs) -> giveUp(run, waitedMs);
            }
        }
    }

    private void interrupt(TaskRun run, long waitedMs) {
        run.task()
                .ifPresent(task -> {
                    LOG.warn(
                            "{} was told to end {} ms ago and goes on; interrupting it."
                                    + " It is at\n{}",
                            run.location(),
                            waitedMs,
                            stack(task));
                    task.interrupt();
                });
    }

    private void giveUp(TaskRun run, long waitedMs) {
        RunningTask task = run.task().orElseThrow();
        String stack = stack(task);
        String message =
                run.location()
                        + " on "
                        + taskManager
                        + " was told to end "
                        + waitedMs
                        + " ms ago and ignores it, interrupts too (task.cancellation.timeout). It"
                        + " is given up, but its thread goes on until its code returns; only a"
                        + " restart of the TaskManager ends it for certain";
        LOG.error("{}. It is at\n{}", message, stack);
        FailureInfo failure = new FailureInfo(message, "", stack, true, run.location(), false);
        report(
                run,
                new Report.StateChanged(
                        new UpdateTaskExecutionState(
                                run.attempt(),
                                ExecutionState.FAILED,
                                Optional.of(failure),
                                List.of(),
                                task.metrics())));
        if (runs.remove(run.attempt(), run)) {
            onEnded.accept(run);
        }
    }

    private static String stack(RunningTask task) {
        List<String> lines = new ArrayList<>();
        for (StackTraceElement frame : task.stackTrace()) {
            lines.add("\tat " + frame);
        }
        return String.join("\n", lines);
    }
}
