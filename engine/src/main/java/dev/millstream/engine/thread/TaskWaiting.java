package dev.millstream.engine.thread;

import dev.millstream.engine.exchange.queue.Backpressure;
import dev.millstream.engine.failure.CancelTaskException;
import dev.millstream.platform.lane.TaskThread;
import dev.millstream.platform.lane.Waiting;
import dev.millstream.platform.mark.Marks;
import dev.millstream.platform.time.Clock;

/**
 * How code on a task's thread waits: not longer than until the task is told to end. Belongs to the
 * task's thread.
 */
public final class TaskWaiting implements Backpressure {
    private final Waiting waiting;
    private final Ending ending;
    private final Clock clock;
    private final Marks marks;
    private long blockedNs;
    private long waits;

    public TaskWaiting(Waiting waiting, Ending ending, Clock clock, Marks marks) {
        this.waiting = waiting;
        this.ending = ending;
        this.clock = clock;
        this.marks = marks;
    }

    /**
     * Waits for a receiver to take records.
     *
     * @throws CancelTaskException if the task is to end
     */
    @Override
    public void await(long timeoutNs) throws InterruptedException {
        ending.check();
        waits++;
        long startNs = clock.nanos();
        try {
            waiting.await(timeoutNs);
        } catch (InterruptedException e) {
            if (!ending.isRequested()) {
                throw e;
            }
        } finally {
            blockedNs += clock.nanos() - startNs;
        }
        if (ending.isRequested()) {
            marks.sometimes("task.cancelled.while.blocked");
            throw new CancelTaskException();
        }
    }

    /**
     * Waits for input or mail.
     *
     * @throws CancelTaskException if the task is to end
     */
    public void idle(long timeoutNs) throws InterruptedException {
        ending.check();
        waiting.await(timeoutNs);
        ending.check();
    }

    /** See {@link Waiting#pause()}. */
    public void pause() {
        waiting.pause();
    }

    /** What others signal. */
    public TaskThread thread() {
        return waiting.thread();
    }

    /**
     * How often the task has waited for its receivers: each time, a signal may have been taken that
     * was meant for somebody else, who then looks again before going to sleep.
     */
    public long waits() {
        return waits;
    }

    /** For how long the task has waited for its receivers so far. */
    public long blockedNs() {
        return blockedNs;
    }
}
