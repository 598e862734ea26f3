package dev.millstream.jobmanager.store;

import dev.millstream.platform.Platform;
import dev.millstream.platform.block.BlockReader;
import dev.millstream.platform.block.BlockWriter;
import dev.millstream.platform.file.FileStatus;
import dev.millstream.platform.file.FileStore;
import dev.millstream.types.Input;
import dev.millstream.types.Output;
import java.io.IOException;
import java.nio.file.NoSuchFileException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * A folder of small checked files. After a crash each has either its old content or its new one.
 * All methods block: they are called in the blocking pool. Not for two writers of one file at a
 * time.
 */
public final class DurableFolder {
    /** Ends the names of files that are being written. */
    private static final String UNFINISHED = ".new";

    private final FileStore files;
    private final String path;

    /**
     * @param path made when it is first written to
     */
    public DurableFolder(Platform platform, String path) {
        this.files = platform.files();
        this.path = path;
    }

    public String path() {
        return path;
    }

    /** Where a file is, for errors. */
    public String pathOf(String name) {
        return path + "/" + name;
    }

    /**
     * What is in a file; empty when there is none.
     *
     * @throws dev.millstream.platform.block.CorruptBlockException if it isn't what was written
     */
    public Optional<Input> read(String name) throws IOException {
        if (files.status(pathOf(name)).isEmpty()) {
            return Optional.empty();
        }
        try (BlockReader reader = new BlockReader(files.open(pathOf(name)), pathOf(name))) {
            Output content = new Output();
            while (reader.next()) {
                content.write(reader.content(), 0, reader.length());
            }
            return Optional.of(new Input(content.toByteArray()));
        }
    }

    /** Replaces a file; when this returns the new content survives a crash of the machine. */
    public void write(String name, Output content) throws IOException {
        files.createDirectories(path);
        String unfinished = pathOf(name) + UNFINISHED;
        files.delete(unfinished);
        try (BlockWriter writer = new BlockWriter(files.create(unfinished))) {
            writer.write(content.array(), 0, content.position());
            writer.finish(true);
        }
        files.rename(unfinished, pathOf(name));
        files.syncDirectory(path);
    }

    /** Does nothing when there is no such file. */
    public void delete(String name) throws IOException {
        files.delete(pathOf(name));
    }

    /** The names of all complete files, sorted; none when there is no folder. */
    public List<String> names() throws IOException {
        List<String> names = new ArrayList<>();
        try {
            for (FileStatus file : files.list(path)) {
                String name = file.path().substring(file.path().lastIndexOf('/') + 1);
                if (!file.directory() && !name.endsWith(UNFINISHED)) {
                    names.add(name);
                }
            }
        } catch (NoSuchFileException e) {
            return List.of();
        }
        return names;
    }
}
