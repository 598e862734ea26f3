package dev.millstream.simulation.file;

import dev.millstream.platform.file.FileStatus;
import dev.millstream.platform.file.FileStore;
import dev.millstream.platform.file.ReadableFile;
import dev.millstream.platform.file.WritableFile;
import dev.millstream.platform.time.Clock;
import dev.millstream.simulation.scheduler.Scheduler;
import java.io.IOException;
import java.nio.channels.ClosedChannelException;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;

/** The files of a host as one process sees them. Each call takes a while, drawn from the seed. */
public final class SimulatedFileStore implements FileStore {
    private final Scheduler scheduler;
    private final Disk disk;
    private final Clock clock;
    private final long maxDelayNs;
    private final String processFolder;
    private final List<String> openFiles = new ArrayList<>();

    /**
     * @param processFolder absolute; what relative paths start from
     */
    public SimulatedFileStore(
            Scheduler scheduler, Disk disk, Clock clock, long maxDelayNs, String processFolder) {
        this.scheduler = scheduler;
        this.disk = disk;
        this.clock = clock;
        this.maxDelayNs = maxDelayNs;
        this.processFolder = processFolder;
        try {
            disk.createFolders(scratchDirectory(), clock.wallMs());
        } catch (IOException impossible) {
            throw new IllegalArgumentException(processFolder + " can't be made", impossible);
        }
    }

    /** The paths of files that are open, in the order of opening. */
    public List<String> openFiles() {
        return List.copyOf(openFiles);
    }

    @Override
    public ReadableFile open(String path) throws IOException {
        String absolute = absolute(path);
        take("open " + absolute);
        return new Reading(absolute, disk.open(absolute));
    }

    @Override
    public WritableFile create(String path) throws IOException {
        String absolute = absolute(path);
        take("create " + absolute);
        return new Writing(absolute, disk.create(absolute));
    }

    @Override
    public void rename(String from, String to) throws IOException {
        take("rename " + from);
        disk.rename(absolute(from), absolute(to));
    }

    @Override
    public void delete(String path) throws IOException {
        take("delete " + path);
        disk.delete(absolute(path));
    }

    @Override
    public List<FileStatus> list(String directory) throws IOException {
        take("list " + directory);
        return disk.list(absolute(directory));
    }

    @Override
    public Optional<FileStatus> status(String path) {
        take("status of " + path);
        return disk.status(absolute(path));
    }

    @Override
    public void createDirectories(String path) throws IOException {
        take("create folders " + path);
        disk.createFolders(absolute(path), clock.wallMs());
    }

    @Override
    public void syncDirectory(String path) throws IOException {
        take("sync folder " + path);
        disk.syncFolder(absolute(path));
    }

    @Override
    public String scratchDirectory() {
        return processFolder + "/scratch";
    }

    private void take(String what) {
        scheduler.block(scheduler.random().between(0L, maxDelayNs), what);
    }

    private String absolute(String path) {
        String joined = path.startsWith("/") ? path : processFolder + "/" + path;
        StringBuilder normal = new StringBuilder();
        for (String part : joined.split("/", -1)) {
            if (!part.isEmpty() && !part.equals(".")) {
                normal.append('/').append(part);
            }
        }
        return normal.isEmpty() ? "/" : normal.toString();
    }

    private final class Reading implements ReadableFile {
        private final String path;
        private final FileContent file;
        private boolean closed;

        Reading(String path, FileContent file) {
            this.path = path;
            this.file = file;
            openFiles.add(path);
        }

        @Override
        public long sizeBytes() throws IOException {
            requireOpen(closed);
            return file.length();
        }

        /** Reads less than asked for now and then, as a real disk may. */
        @Override
        public int read(long position, byte[] target, int offset, int length) throws IOException {
            Objects.checkFromIndexSize(offset, length, target.length);
            requireOpen(closed);
            take("read " + path);
            boolean part = length > 1 && scheduler.random().chance(0.1);
            int count = part ? scheduler.random().between(1, length) : length;
            return file.read(position, target, offset, count);
        }

        @Override
        public void close() {
            if (!closed) {
                closed = true;
                openFiles.remove(path);
            }
        }
    }

    private final class Writing implements WritableFile {
        private final String path;
        private final FileContent file;
        private boolean closed;

        Writing(String path, FileContent file) {
            this.path = path;
            this.file = file;
            openFiles.add(path);
        }

        @Override
        public void write(byte[] source, int offset, int length) throws IOException {
            Objects.checkFromIndexSize(offset, length, source.length);
            requireOpen(closed);
            take("write " + path);
            file.append(source, offset, length, clock.wallMs());
        }

        @Override
        public long position() {
            return file.length();
        }

        @Override
        public void sync() throws IOException {
            requireOpen(closed);
            take("sync " + path);
            file.sync();
        }

        @Override
        public void close() {
            if (!closed) {
                closed = true;
                openFiles.remove(path);
            }
        }
    }

    private static void requireOpen(boolean closed) throws IOException {
        if (closed) {
            throw new ClosedChannelException();
        }
    }
}
