package dev.millstream.simulation.cluster;

import static org.assertj.core.api.Assertions.assertThat;

import dev.millstream.platform.Platform;
import dev.millstream.platform.file.FileStatus;
import dev.millstream.platform.file.FileStore;
import dev.millstream.platform.file.ReadableFile;
import dev.millstream.platform.file.WritableFile;
import dev.millstream.simulation.fault.FaultyPlatform;
import dev.millstream.simulation.workload.Workload;
import dev.millstream.streaming.api.environment.StreamExecutionEnvironment;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Files that all processes can read, each close to one TaskManager in turn; and who has opened
 * which. As a workload: reads them all.
 */
final class SharedFiles implements ProcessPorts, Workload {
    private static final String FOLDER = "/data";

    /**
     * A process has opened a file.
     *
     * @param owner the process that it is close to
     */
    record Opened(String process, String owner) {
        boolean isLocal() {
            return owner.equals(process);
        }
    }

    private final int count;
    private final int owners;
    private final List<Opened> opened = new ArrayList<>();

    /**
     * So many files of one line each, which is the file's path.
     *
     * @param owners TaskManagers that they are close to
     */
    SharedFiles(int count, int owners) {
        this.count = count;
        this.owners = owners;
    }

    /** In the order of opening. */
    List<Opened> opened() {
        return opened;
    }

    private List<String> paths() {
        List<String> paths = new ArrayList<>();
        for (int i = 0; i < count; i++) {
            paths.add("%s/%03d.txt".formatted(FOLDER, i));
        }
        return paths;
    }

    private String owner(String path) {
        int number = Integer.parseInt(path.substring(FOLDER.length() + 1, FOLDER.length() + 4));
        return "taskmanager-" + (number % owners + 1);
    }

    @Override
    public String name() {
        return "files";
    }

    @Override
    public void build(StreamExecutionEnvironment environment) {
        environment.readTextFile(FOLDER).collectAsync();
    }

    @Override
    public void check(List<Object> collected, boolean batch) {
        assertThat(collected).containsExactlyInAnyOrderElementsOf(paths());
    }

    @Override
    public Platform platform(String process, Platform sound) {
        try {
            write(sound.files());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return FaultyPlatform.of(sound).withFiles(new SeenBy(process, sound.files()));
    }

    private void write(FileStore files) throws IOException {
        files.createDirectories(FOLDER);
        for (String path : paths()) {
            try (WritableFile file = files.create(path)) {
                byte[] line = (path + "\n").getBytes(StandardCharsets.UTF_8);
                file.write(line, 0, line.length);
            }
        }
    }

    /** The files of a process, some of which are the shared ones. */
    private final class SeenBy implements FileStore {
        private final String process;
        private final FileStore files;

        SeenBy(String process, FileStore files) {
            this.process = process;
            this.files = files;
        }

        private boolean isShared(String path) {
            return path.startsWith(FOLDER + "/");
        }

        @Override
        public List<String> hosts(String path) {
            return isShared(path) ? List.of(owner(path) + "-host") : List.of();
        }

        @Override
        public ReadableFile open(String path) throws IOException {
            if (isShared(path)) {
                opened.add(new Opened(process, owner(path)));
            }
            return files.open(path);
        }

        @Override
        public WritableFile create(String path) throws IOException {
            return files.create(path);
        }

        @Override
        public void rename(String from, String to) throws IOException {
            files.rename(from, to);
        }

        @Override
        public void delete(String path) throws IOException {
            files.delete(path);
        }

        @Override
        public List<FileStatus> list(String directory) throws IOException {
            return files.list(directory);
        }

        @Override
        public Optional<FileStatus> status(String path) throws IOException {
            return files.status(path);
        }

        @Override
        public void createDirectories(String path) throws IOException {
            files.createDirectories(path);
        }

        @Override
        public void syncDirectory(String path) throws IOException {
            files.syncDirectory(path);
        }

        @Override
        public String scratchDirectory() {
            return files.scratchDirectory();
        }
    }
}
