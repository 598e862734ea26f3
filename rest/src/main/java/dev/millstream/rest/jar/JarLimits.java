package dev.millstream.rest.jar;

/**
 * How large jars may be.
 *
 * @param maxBytes of one jar, as it is uploaded
 * @param maxExpandedBytes of all its entries together, decompressed
 * @param maxEntries in it
 */
public record JarLimits(long maxBytes, long maxExpandedBytes, int maxEntries) {}
