package dev.millstream.benchmarks.workload;

/**
 * An {@link Event} whose key is a text.
 *
 * @param key of the event
 * @param value to add up
 * @param time of the event, in milliseconds
 */
public record NamedEvent(String key, long value, long time) {}
