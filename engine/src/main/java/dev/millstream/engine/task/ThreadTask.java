package dev.millstream.engine.task;

import dev.millstream.engine.exchange.failure.PartitionFailedException;
import dev.millstream.engine.failure.CancelTaskException;
import dev.millstream.engine.failure.FailureText;
import dev.millstream.engine.function.Accumulators;
import dev.millstream.engine.function.TaskFacts;
import dev.millstream.engine.function.TaskRuntimeContext;
import dev.millstream.engine.operator.TaskScope;
import dev.millstream.engine.thread.Deadlines;
import dev.millstream.engine.thread.EndRequest;
import dev.millstream.engine.thread.Ending;
import dev.millstream.engine.thread.Mailbox;
import dev.millstream.engine.thread.TaskWaiting;
import dev.millstream.platform.Platform;
import dev.millstream.platform.lane.TaskThread;
import dev.millstream.platform.lane.Waiting;
import dev.millstream.platform.time.Clock;
import dev.millstream.protocol.id.ExecutionAttemptID;
import dev.millstream.protocol.task.AccumulatorSnapshot;
import dev.millstream.protocol.task.ExecutionState;
import dev.millstream.protocol.task.FailureInfo;
import dev.millstream.protocol.task.TaskDeploymentDescriptor;
import dev.millstream.protocol.task.UpdateTaskExecutionState;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import org.jspecify.annotations.Nullable;

/**
 * The frame of both kinds of tasks: their thread, their states, their end. What other threads call
 * goes through {@link Mailbox} and {@link Ending}; all else belongs to the task's thread.
 */
abstract class ThreadTask implements RunningTask {
    /** How long a task whose peer has failed waits to be told to end by the JobMaster. */
    private static final long PEER_FAILURE_WAIT_NS = 10_000_000_000L;

    private final TaskDeploymentDescriptor descriptor;
    private final TaskServices services;
    private final TaskListener listener;
    private final TaskFacts facts;
    private final String name;
    private final String location;
    private final Mailbox mailbox = new Mailbox();
    private final Ending ending = new Ending();
    private final LifeCycle lifeCycle = new LifeCycle();
    private final Accumulators accumulators = new Accumulators();
    private final CompletableFuture<Void> terminated = new CompletableFuture<>();

    /** Set once, before the task is handed to its owner; the task's thread uses its own. */
    private @Nullable TaskThread thread;

    ThreadTask(
            TaskDeploymentDescriptor descriptor,
            TaskServices services,
            TaskListener listener,
            String name) {
        this.descriptor = descriptor;
        this.services = services;
        this.listener = listener;
        this.facts = new TaskFacts(descriptor);
        this.name = name;
        this.location = name + " on " + services.taskManagerName();
    }

    /** Connects the task and opens the user's code. */
    abstract void prepare(TaskWaiting waiting) throws Exception;

    /** Does the task's work; returns when it is done. */
    abstract void work() throws Exception;

    /** Closes the user's code as far as it was opened; returns what went wrong. */
    abstract @Nullable Throwable closeUserCode();

    /** Lets go of everything else. */
    abstract void release();

    final void launch() {
        thread =
                services.platform()
                        .taskThreads()
                        .start(
                                name,
                                services.userClassLoader(),
                                this::run,
                                () -> terminated.complete(null));
    }

    private void run(Waiting waiting) {
        Throwable failure = attempt(waiting);
        if (ending.request() instanceof EndRequest.Cancel) {
            lifeCycle.enter(ExecutionState.CANCELING);
        }
        Throwable inClosing = closeUserCode();
        finish(failure == null ? inClosing : failure);
    }

    private @Nullable Throwable attempt(Waiting waiting) {
        Platform platform = services.platform();
        TaskWaiting taskWaiting =
                new TaskWaiting(waiting, ending, platform.clock(), platform.marks());
        try {
            mailbox.bind(waiting.thread());
            enter(ExecutionState.INITIALIZING);
            ending.check();
            prepare(taskWaiting);
            enter(ExecutionState.RUNNING);
            work();
            return null;
        } catch (Throwable t) { // the driver: whatever it is, it ends the task and is reported
            if (comesFromPeer(t)) {
                waitToBeEnded(taskWaiting, platform.clock());
            }
            return t;
        }
    }

    private void finish(@Nullable Throwable failure) {
        Throwable cause = failure;
        List<AccumulatorSnapshot> results = List.of();
        try {
            results = accumulators.snapshot();
        } catch (Throwable t) { // the driver: an accumulator of the user's failed
            cause = cause == null ? t : cause;
        }
        EndRequest request = ending.decide();
        mailbox.close();
        release();
        end(request, cause, results);
    }

    private void end(
            @Nullable EndRequest request,
            @Nullable Throwable cause,
            List<AccumulatorSnapshot> results) {
        switch (request) {
            case EndRequest.Cancel cancel -> {
                if (lifeCycle.state() != ExecutionState.CANCELING) {
                    lifeCycle.enter(ExecutionState.CANCELING);
                }
                enter(ExecutionState.CANCELED, Optional.empty(), results);
            }
            case EndRequest.Fail fail ->
                    enter(ExecutionState.FAILED, Optional.of(fail.cause()), results);
            case null -> {
                if (cause == null) {
                    enter(ExecutionState.FINISHED, Optional.empty(), results);
                } else {
                    FailureInfo failure = FailureText.describe(cause, location);
                    enter(ExecutionState.FAILED, Optional.of(failure), results);
                }
            }
        }
    }

    private void enter(ExecutionState next) {
        enter(next, Optional.empty(), List.of());
    }

    private void enter(
            ExecutionState next, Optional<FailureInfo> failure, List<AccumulatorSnapshot> results) {
        lifeCycle.enter(next);
        listener.onStateChange(
                new UpdateTaskExecutionState(attempt(), next, failure, results, metrics()));
    }

    /** Whether another task has failed first, and reports that itself. */
    private static boolean comesFromPeer(Throwable thrown) {
        Throwable at = thrown;
        for (int depth = 0; at != null && depth < 10; depth++) {
            if (at instanceof PartitionFailedException failed) {
                return failed.isSecondary();
            }
            at = at.getCause();
        }
        return false;
    }

    /** So that the failure that is reported is the one that came first. */
    private static void waitToBeEnded(TaskWaiting waiting, Clock clock) {
        long deadlineNs = clock.nanos() + PEER_FAILURE_WAIT_NS;
        try {
            for (long left = PEER_FAILURE_WAIT_NS; left > 0; left = deadlineNs - clock.nanos()) {
                waiting.idle(left);
            }
        } catch (CancelTaskException | InterruptedException e) {
            // What was waited for. An interrupt is the watchdog's, which runs after a request only.
        }
    }

    final TaskScope scope(TaskWaiting waiting, boolean objectReuse) {
        return new TaskScope(
                services.platform(),
                facts,
                new TaskRuntimeContext(
                        facts, objectReuse, services.userClassLoader(), accumulators),
                services.userClassLoader(),
                services.serializers(),
                services.taskManagerName(),
                services.managedMemoryBytes(),
                mailbox,
                ending,
                waiting,
                new Deadlines(services.platform().clock()));
    }

    final TaskDeploymentDescriptor descriptor() {
        return descriptor;
    }

    final TaskServices services() {
        return services;
    }

    final TaskListener listener() {
        return listener;
    }

    final Mailbox mailbox() {
        return mailbox;
    }

    @Override
    public final ExecutionAttemptID attempt() {
        return descriptor.attempt();
    }

    @Override
    public final ExecutionState state() {
        return lifeCycle.state();
    }

    @Override
    public final void cancel() {
        requestEnd(new EndRequest.Cancel());
    }

    @Override
    public final void fail(FailureInfo cause) {
        requestEnd(new EndRequest.Fail(cause));
    }

    private void requestEnd(EndRequest request) {
        if (ending.request(request)) {
            mailbox.put(ending::check);
        }
    }

    @Override
    public final void interrupt() {
        TaskThread running = thread;
        if (running != null) {
            ending.interrupt(running);
        }
    }

    @Override
    public final StackTraceElement[] stackTrace() {
        TaskThread running = thread;
        return running == null ? new StackTraceElement[0] : running.stackTrace();
    }

    @Override
    public final CompletableFuture<Void> terminated() {
        return terminated.copy();
    }
}
