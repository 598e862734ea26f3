package dev.millstream.simulation.fault;

import dev.millstream.platform.file.FileStatus;
import dev.millstream.platform.file.FileStore;
import dev.millstream.platform.file.ReadableFile;
import dev.millstream.platform.file.WritableFile;
import java.io.IOException;
import java.util.List;
import java.util.Optional;
import java.util.function.BooleanSupplier;

/**
 * Files of which some are not deleted.
 *
 * @param sound the files below
 * @param keeps asked at each deletion
 */
record FaultyFiles(FileStore sound, BooleanSupplier keeps) implements FileStore {
    @Override
    public ReadableFile open(String path) throws IOException {
        return sound.open(path);
    }

    @Override
    public WritableFile create(String path) throws IOException {
        return sound.create(path);
    }

    @Override
    public void rename(String from, String to) throws IOException {
        sound.rename(from, to);
    }

    @Override
    public void delete(String path) throws IOException {
        if (!keeps.getAsBoolean()) {
            sound.delete(path);
        }
    }

    @Override
    public List<FileStatus> list(String directory) throws IOException {
        return sound.list(directory);
    }

    @Override
    public Optional<FileStatus> status(String path) throws IOException {
        return sound.status(path);
    }

    @Override
    public void createDirectories(String path) throws IOException {
        sound.createDirectories(path);
    }

    @Override
    public void syncDirectory(String path) throws IOException {
        sound.syncDirectory(path);
    }

    @Override
    public String scratchDirectory() {
        return sound.scratchDirectory();
    }
}
