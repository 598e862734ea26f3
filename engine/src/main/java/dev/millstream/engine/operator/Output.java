package dev.millstream.engine.operator;

/**
 * Where an operator's records go: the next operator, by a direct call, or a result of the task.
 * Called on the task's thread only. All that these methods throw is a {@link
 * dev.millstream.engine.failure.TaskException}, so that it passes through users' functions without
 * being taken for theirs.
 */
public interface Output {
    /** The timestamp of a record that has none. */
    long NO_TIMESTAMP = Long.MIN_VALUE;

    /**
     * Takes a record.
     *
     * @param timestamp milliseconds since 1970, or {@link #NO_TIMESTAMP}
     */
    void process(Object value, long timestamp);

    /** No record with a smaller timestamp follows, but for late ones. Never goes down. */
    void watermark(long timestamp);

    /** Whether event time is not to be expected from here for now. */
    void watermarkStatus(boolean idle);
}
