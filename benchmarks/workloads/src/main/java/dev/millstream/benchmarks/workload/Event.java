package dev.millstream.benchmarks.workload;

/**
 * What the workloads on keyed events are about.
 *
 * @param key of the event
 * @param value to add up
 * @param time of the event, in milliseconds
 */
public record Event(long key, long value, long time) {}
