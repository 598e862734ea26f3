package dev.millstream.engine.thread;

import dev.millstream.engine.failure.CancelTaskException;
import dev.millstream.platform.lane.TaskThread;
import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;
import org.jspecify.annotations.Nullable;

/**
 * The request that a task end: set by any thread, looked at by the task's thread between records
 * and in every wait. Thread-safe.
 */
public final class Ending {
    private static final VarHandle REQUEST;

    static {
        try {
            REQUEST =
                    MethodHandles.lookup().findVarHandle(Ending.class, "request", EndRequest.class);
        } catch (ReflectiveOperationException e) {
            throw new ExceptionInInitializerError(e);
        }
    }

    /** The cancel flag: volatile, as the task's thread reads it without a lock. */
    private volatile @Nullable EndRequest request;

    /** Guarded by this object's monitor. */
    private boolean decided;

    /**
     * The first request counts.
     *
     * @return whether it is this one, and in time
     */
    public synchronized boolean request(EndRequest wanted) {
        if (request != null || decided) {
            return false;
        }
        request = wanted;
        return true;
    }

    /** Null when the task may go on. */
    public @Nullable EndRequest request() {
        return request;
    }

    public boolean isRequested() {
        return request != null;
    }

    /**
     * Does nothing while the task may go on.
     *
     * @throws CancelTaskException if the task is to end
     */
    public void check() {
        // Read for each record: opaque, so that it is read each time, and orders nothing else.
        if (REQUEST.getOpaque(this) != null) {
            throw new CancelTaskException();
        }
    }

    /**
     * No request counts from now on, and no interrupt comes; returns the request that did count.
     * Called by the task's thread.
     */
    public synchronized @Nullable EndRequest decide() {
        decided = true;
        Thread.interrupted(); // one that came late must not disturb what is left to be closed
        return request;
    }

    /** Interrupts the task's thread, unless it has come so far that this could only do harm. */
    public synchronized void interrupt(TaskThread thread) {
        if (!decided) {
            thread.interrupt();
        }
    }
}
