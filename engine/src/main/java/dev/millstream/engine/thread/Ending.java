package dev.millstream.engine.thread;

import dev.millstream.engine.failure.CancelTaskException;
import org.jspecify.annotations.Nullable;

/**
 * The request that a task end: set by any thread, looked at by the task's thread between records
 * and in every wait. Thread-safe.
 */
public final class Ending {
    /** The cancel flag: volatile, as the task's thread reads it for each record without a lock. */
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

    public boolean isRequested() {
        return request != null;
    }

    /**
     * @throws CancelTaskException if the task is to end
     */
    public void check() {
        if (request != null) {
            throw new CancelTaskException();
        }
    }

    /** No request counts from now on; returns the one that did. */
    public synchronized @Nullable EndRequest decide() {
        decided = true;
        return request;
    }
}
