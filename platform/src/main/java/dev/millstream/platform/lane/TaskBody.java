package dev.millstream.platform.lane;

/** What a task thread runs. */
@FunctionalInterface
public interface TaskBody {
    /**
     * Runs until the task has ended.
     *
     * @param waiting how this thread waits; to be used by this thread alone
     */
    void run(Waiting waiting) throws Exception;
}
