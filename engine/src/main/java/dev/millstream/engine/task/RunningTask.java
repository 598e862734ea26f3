package dev.millstream.engine.task;

import dev.millstream.protocol.id.ExecutionAttemptID;
import dev.millstream.protocol.task.ExecutionState;
import dev.millstream.protocol.task.FailureInfo;
import dev.millstream.protocol.task.TaskIoMetrics;
import java.util.concurrent.CompletableFuture;

/**
 * An attempt that runs on a thread of its own, seen from its TaskManager. All methods are
 * thread-safe and none blocks.
 */
public interface RunningTask {
    ExecutionAttemptID attempt();

    ExecutionState state();

    /** Counts so far; a little behind while the task runs. */
    TaskIoMetrics metrics();

    /**
     * Asks the task to end; it will be CANCELED, unless it ends otherwise first. The task notices
     * at its next look at its mail and when it waits; user code that does neither needs {@link
     * #interrupt()}. Idempotent.
     */
    void cancel();

    /** Ends the task from outside; it will be FAILED with this cause. The first cause counts. */
    void fail(FailureInfo cause);

    /**
     * Interrupts the thread. Only for a task that was told to end and doesn't: an interrupt of a
     * running task is a failure of it.
     */
    void interrupt();

    /** Where the thread is now; empty when it has ended. */
    StackTraceElement[] stackTrace();

    /**
     * Completed on the task's thread, as its last act, after the terminal state was reported and
     * all was closed. Never fails.
     */
    CompletableFuture<Void> terminated();
}
