package dev.millstream.rest.jar;

import java.nio.file.Path;
import java.util.Optional;

/**
 * A jar that was uploaded to be run.
 *
 * @param id its SHA-256
 * @param name as its user calls it: for people
 * @param entryClass as its manifest says
 */
record StoredJar(
        String id,
        String name,
        Path file,
        long sizeBytes,
        long uploadedMs,
        Optional<String> entryClass) {}
