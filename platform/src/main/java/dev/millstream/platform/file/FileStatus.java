package dev.millstream.platform.file;

/**
 * What is at a path.
 *
 * @param path as it can be passed to {@link FileStore}
 * @param directory whether it is a folder
 * @param sizeBytes 0 for folders
 * @param modifiedMs milliseconds since 1970
 */
public record FileStatus(String path, boolean directory, long sizeBytes, long modifiedMs) {}
