package dev.millstream.rest.jar;

import java.nio.file.Path;
import java.util.Optional;

/**
 * A jar that was uploaded and checked, in a file that belongs to the caller.
 *
 * @param entryClass as its manifest says
 */
public record StagedJar(Path file, String sha256, long sizeBytes, Optional<String> entryClass) {}
