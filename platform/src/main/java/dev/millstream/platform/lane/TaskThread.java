package dev.millstream.platform.lane;

/** A task's thread, seen from outside. All methods are thread-safe. */
public interface TaskThread {
    /**
     * Wakes the thread from {@link Waiting#await}; when it isn't waiting, its next wait returns at
     * once. Signals do not add up.
     */
    void signal();

    /** Interrupts the thread, as {@link Thread#interrupt()} does. */
    void interrupt();

    boolean isAlive();

    /** Where it is now; empty when it has ended. */
    StackTraceElement[] stackTrace();
}
