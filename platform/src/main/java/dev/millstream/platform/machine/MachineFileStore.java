package dev.millstream.platform.machine;

import dev.millstream.platform.file.FileStatus;
import dev.millstream.platform.file.FileStore;
import dev.millstream.platform.file.ReadableFile;
import dev.millstream.platform.file.WritableFile;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.channels.FileChannel;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The machine's file system. Thread-safe. */
final class MachineFileStore implements FileStore {
    private static final Logger LOG = LoggerFactory.getLogger(MachineFileStore.class);

    private final Path scratchParent;

    /** Made when it is first asked for; guarded by this. */
    private @Nullable Path scratch;

    /**
     * A store of this machine's files.
     *
     * @param scratchParent the folder in which this process's scratch folder is made
     */
    MachineFileStore(Path scratchParent) {
        this.scratchParent = scratchParent;
    }

    @Override
    public ReadableFile open(String path) throws IOException {
        return new MachineReadableFile(FileChannel.open(Path.of(path), StandardOpenOption.READ));
    }

    @Override
    public WritableFile create(String path) throws IOException {
        return new MachineWritableFile(
                FileChannel.open(
                        Path.of(path), StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE));
    }

    @Override
    public void rename(String from, String to) throws IOException {
        Files.move(
                Path.of(from),
                Path.of(to),
                StandardCopyOption.ATOMIC_MOVE,
                StandardCopyOption.REPLACE_EXISTING);
    }

    @Override
    public void delete(String path) throws IOException {
        Files.deleteIfExists(Path.of(path));
    }

    @Override
    public List<FileStatus> list(String directory) throws IOException {
        List<FileStatus> found = new ArrayList<>();
        try (Stream<Path> children = Files.list(Path.of(directory))) {
            for (Path child : children.toList()) {
                status(child.toString()).ifPresent(found::add);
            }
        }
        found.sort(Comparator.comparing(FileStatus::path));
        return found;
    }

    @Override
    public Optional<FileStatus> status(String path) throws IOException {
        try {
            BasicFileAttributes attributes =
                    Files.readAttributes(Path.of(path), BasicFileAttributes.class);
            boolean directory = attributes.isDirectory();
            return Optional.of(
                    new FileStatus(
                            path,
                            directory,
                            directory ? 0 : attributes.size(),
                            attributes.lastModifiedTime().toMillis()));
        } catch (NoSuchFileException e) {
            return Optional.empty();
        }
    }

    @Override
    public void createDirectories(String path) throws IOException {
        Files.createDirectories(Path.of(path));
    }

    @Override
    public void syncDirectory(String path) throws IOException {
        try (FileChannel channel = FileChannel.open(Path.of(path), StandardOpenOption.READ)) {
            channel.force(true);
        }
    }

    @Override
    public synchronized String scratchDirectory() {
        Path made = scratch;
        if (made == null) {
            try {
                Files.createDirectories(scratchParent);
                made = Files.createTempDirectory(scratchParent, "millstream-");
            } catch (IOException e) {
                throw new UncheckedIOException(
                        "No folder for temporary files can be made in " + scratchParent, e);
            }
            scratch = made;
        }
        return made.toString();
    }

    /** Deletes the scratch folder. */
    synchronized void close() {
        if (scratch != null) {
            try {
                Files.walkFileTree(scratch, new Deletion());
            } catch (IOException e) {
                LOG.warn("The folder for temporary files {} could not be deleted", scratch, e);
            }
            scratch = null;
        }
    }

    private static final class Deletion extends SimpleFileVisitor<Path> {
        @Override
        public FileVisitResult visitFile(Path file, BasicFileAttributes attributes)
                throws IOException {
            Files.deleteIfExists(file);
            return FileVisitResult.CONTINUE;
        }

        @Override
        public FileVisitResult postVisitDirectory(Path directory, @Nullable IOException failure)
                throws IOException {
            if (failure != null) {
                throw failure;
            }
            Files.deleteIfExists(directory);
            return FileVisitResult.CONTINUE;
        }
    }
}
