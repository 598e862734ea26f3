package dev.millstream.benchmarks.programs;

/**
 * What a window has for a key.
 *
 * @param key of the records
 * @param count how many
 * @param sum of their values
 */
record Counted(long key, long count, long sum) {}
