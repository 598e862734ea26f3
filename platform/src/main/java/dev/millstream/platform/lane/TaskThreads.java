package dev.millstream.platform.lane;

/**
 * Starts threads for tasks: the only threads that may wait, and on which user code runs.
 * Thread-safe.
 */
public interface TaskThreads {
    /**
     * Starts a thread.
     *
     * @param name shown in thread dumps
     * @param classLoader the thread's context class loader
     * @param body what it runs; it must deal with its own failures. What escapes is logged
     * @param onExit runs on the thread as its last act, also after a failure of the body
     */
    TaskThread start(String name, ClassLoader classLoader, TaskBody body, Runnable onExit);
}
