package dev.millstream.protocol.task;

/**
 * One accumulator of one task, or merged over a job's tasks.
 *
 * @param name unique within a job
 * @param value what it holds
 */
public record AccumulatorSnapshot(String name, AccumulatorValue value) {}
