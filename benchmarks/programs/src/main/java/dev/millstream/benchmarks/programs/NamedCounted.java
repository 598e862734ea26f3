package dev.millstream.benchmarks.programs;

/**
 * What a window has for a key that is a text.
 *
 * @param key of the records
 * @param count how many
 * @param sum of their values
 */
record NamedCounted(String key, long count, long sum) {}
