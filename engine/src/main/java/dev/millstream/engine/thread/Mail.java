package dev.millstream.engine.thread;

/** Something to be done on a task's thread between two records. */
@FunctionalInterface
public interface Mail {
    /**
     * Called once, on the task's thread.
     *
     * @throws Exception ends the task
     */
    void run() throws Exception;
}
