package dev.millstream.rest.cluster;

import dev.millstream.rest.route.RestException;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** The log files of this process. Only files that are listed can be read. Thread-safe. */
final class LogFiles {
    private static final int MAX_FILES = 1_000;

    private final Optional<Path> directory;

    LogFiles(Optional<Path> directory) {
        this.directory = directory;
    }

    /** A log file. */
    record LogFile(String name, long sizeBytes, long modifiedMs, Path path) {}

    /** Sorted by name; no links and no folders. */
    List<LogFile> list() throws IOException {
        if (directory.isEmpty() || !Files.isDirectory(directory.get())) {
            return List.of();
        }
        List<LogFile> files = new ArrayList<>();
        try (Stream<Path> paths = Files.list(directory.get())) {
            for (Path path : paths.limit(MAX_FILES).toList()) {
                BasicFileAttributes attributes =
                        Files.readAttributes(
                                path, BasicFileAttributes.class, LinkOption.NOFOLLOW_LINKS);
                if (attributes.isRegularFile()) {
                    files.add(
                            new LogFile(
                                    path.getFileName().toString(),
                                    attributes.size(),
                                    attributes.lastModifiedTime().toMillis(),
                                    path));
                }
            }
        }
        files.sort(Comparator.comparing(LogFile::name));
        return files;
    }

    /** A file by the name that it has in the list. */
    InputStream open(String name) throws IOException {
        for (LogFile file : list()) {
            if (file.name().equals(name)) {
                return Files.newInputStream(file.path(), LinkOption.NOFOLLOW_LINKS);
            }
        }
        throw RestException.notFound(
                "There is no log file of this name; GET /v1/jobmanager/logs lists them");
    }
}
