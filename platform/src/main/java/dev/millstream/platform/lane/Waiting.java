package dev.millstream.platform.lane;

/** How a task thread waits. Each thread has its own; only that thread calls it. */
public interface Waiting {
    /** For {@link #await}: no time limit. */
    long FOREVER = Long.MAX_VALUE;

    /** The thread that this belongs to: what others signal. */
    TaskThread thread();

    /**
     * Waits for a signal. May return early for no reason: callers check their condition in a loop.
     * Spins for a short while first where that pays.
     *
     * @param timeoutNs at most this long, or {@link #FOREVER}
     * @throws InterruptedException if the thread was interrupted; the flag is then cleared
     */
    void await(long timeoutNs) throws InterruptedException;

    /** A point where the simulation may let others run. Free in production. */
    void pause();
}
