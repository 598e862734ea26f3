package dev.millstream.platform.file;

import java.io.IOException;
import java.util.List;
import java.util.Optional;

/**
 * Files by path. Paths are absolute or relative to the process's folder, separated by {@code /}.
 * All methods block: they are called on task threads and in the blocking pool only. Thread-safe.
 *
 * <p>Errors are {@link java.nio.file.NoSuchFileException}, {@link
 * java.nio.file.FileAlreadyExistsException} and so on, as {@link java.nio.file.Files} throws them.
 */
public interface FileStore {
    ReadableFile open(String path) throws IOException;

    /** Creates a file for writing; its folder must exist. Fails if the file exists. */
    WritableFile create(String path) throws IOException;

    /** Renames atomically within a file system; an existing target is replaced. */
    void rename(String from, String to) throws IOException;

    /** Deletes a file or an empty folder; does nothing when there is none. */
    void delete(String path) throws IOException;

    /** The folder's direct children, sorted by path. */
    List<FileStatus> list(String directory) throws IOException;

    /** Empty when there is nothing at the path. */
    Optional<FileStatus> status(String path) throws IOException;

    /**
     * Where a file is close at hand, best first, as TaskManagers name their hosts; empty when it is
     * equally close everywhere, or nobody knows.
     */
    default List<String> hosts(String path) throws IOException {
        return List.of();
    }

    /** Creates the folder and those above it; does nothing when it exists. */
    void createDirectories(String path) throws IOException;

    /** Makes creations, renames and deletions in the folder survive a crash of the machine. */
    void syncDirectory(String path) throws IOException;

    /**
     * A folder of this process for files that needn't survive it, such as spilled partitions. It
     * exists.
     */
    String scratchDirectory();
}
