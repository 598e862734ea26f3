package dev.millstream.protocol.task;

/**
 * What a task has read and written so far.
 *
 * @param recordsIn from its input gates
 * @param recordsOut to its results
 * @param bytesIn serialised, from other processes
 * @param bytesOut serialised, to other processes
 */
public record TaskIoMetrics(long recordsIn, long recordsOut, long bytesIn, long bytesOut) {
    public static final TaskIoMetrics NONE = new TaskIoMetrics(0, 0, 0, 0);
}
