package dev.millstream.benchmarks.workload;

/**
 * An {@link Event} with its fields in another order and of other widths.
 *
 * @param time of the event, in milliseconds
 * @param value to add up
 * @param label that nobody looks at
 * @param key of the event
 */
public record ReorderedEvent(long time, int value, String label, long key) {}
