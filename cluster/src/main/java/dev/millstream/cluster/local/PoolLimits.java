package dev.millstream.cluster.local;

/**
 * Bounds of a {@link WorkerPool}.
 *
 * @param min how many run even when nobody needs them
 * @param max how many may run
 * @param slots of each
 * @param idleMs after which time one that nobody needs is released
 * @param startMs how long one may take to register
 * @param missingMs how long one that has lost its connection may take to register again
 */
record PoolLimits(int min, int max, int slots, long idleMs, long startMs, long missingMs) {}
