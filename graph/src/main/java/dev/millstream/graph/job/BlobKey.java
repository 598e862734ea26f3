package dev.millstream.graph.job;

/**
 * Names a jar by its content.
 *
 * @param sha256 64 lower-case hexadecimal digits
 * @param sizeBytes its length
 */
public record BlobKey(String sha256, long sizeBytes) {}
