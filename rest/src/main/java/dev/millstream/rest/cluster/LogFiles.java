package dev.millstream.rest.cluster;

import dev.millstream.rest.route.RestException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * The log files of this machine's processes. Only files that are listed can be read. Thread-safe.
 */
final class LogFiles {
    private static final int MAX_FILES = 1_000;

    private final Optional<Path> directory;

    LogFiles(Optional<Path> directory) {
        this.directory = directory;
    }

    /** A log file. */
    record LogFile(String name, long sizeBytes, long modifiedMs, Path path) {}

    /**
     * Sorted by name; no links and no folders.
     *
     * @param prefix of the names
     */
    List<LogFile> list(String prefix) throws IOException {
        if (directory.isEmpty() || !Files.isDirectory(directory.get())) {
            return List.of();
        }
        List<LogFile> files = new ArrayList<>();
        try (Stream<Path> paths = Files.list(directory.get())) {
            paths.filter(it -> it.getFileName().toString().startsWith(prefix))
                    .limit(MAX_FILES)
                    .flatMap(it -> LogFiles.describe(it).stream())
                    .forEach(files::add);
        }
        files.sort(Comparator.comparing(LogFile::name));
        return files;
    }

    /** Logs are moved and deleted while they are listed. */
    private static Optional<LogFile> describe(Path path) {
        try {
            BasicFileAttributes attributes =
                    Files.readAttributes(
                            path, BasicFileAttributes.class, LinkOption.NOFOLLOW_LINKS);
            return attributes.isRegularFile()
                    ? Optional.of(
                            new LogFile(
                                    path.getFileName().toString(),
                                    attributes.size(),
                                    attributes.lastModifiedTime().toMillis(),
                                    path))
                    : Optional.empty();
        } catch (IOException e) {
            return Optional.empty();
        }
    }

    /**
     * A file by the name that it has in the list, open at its beginning.
     *
     * @param otherwise what to say when there is none
     */
    LogSection open(String prefix, String name, String otherwise) throws IOException {
        for (LogFile file : list(prefix)) {
            if (file.name().equals(name)) {
                try {
                    return LogSection.of(file.path());
                } catch (NoSuchFileException e) {
                    break;
                }
            }
        }
        throw RestException.notFound(otherwise);
    }
}
