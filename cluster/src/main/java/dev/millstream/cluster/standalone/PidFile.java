package dev.millstream.cluster.standalone;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * The number of a process, with the time of its start: numbers are used again.
 *
 * @param path of the file
 */
public record PidFile(Path path) {
    /** The time of a process's start is computed from the machine's, which is corrected. */
    private static final long TOLERANCE_MS = 5_000;

    /** Notes a process. */
    public void write(ProcessHandle process) throws IOException {
        Path unfinished = path.resolveSibling(path.getFileName() + ".new");
        Files.writeString(unfinished, process.pid() + "\n" + startMs(process) + "\n");
        Files.move(
                unfinished,
                path,
                StandardCopyOption.ATOMIC_MOVE,
                StandardCopyOption.REPLACE_EXISTING);
    }

    public boolean exists() {
        return Files.exists(path);
    }

    /** The process, if it lives. */
    public Optional<ProcessHandle> process() {
        try {
            List<String> lines = Files.readAllLines(path);
            long pid = Long.parseLong(lines.getFirst().strip());
            long startMs = lines.size() > 1 ? Long.parseLong(lines.get(1).strip()) : 0;
            return ProcessHandle.of(pid)
                    .filter(ProcessHandle::isAlive)
                    .filter(process -> isSame(process, startMs))
                    .filter(process -> !isZombie(pid));
        } catch (IOException | RuntimeException e) {
            return Optional.empty();
        }
    }

    /** Does nothing if there is none. */
    public void delete() {
        try {
            Files.deleteIfExists(path);
        } catch (IOException e) {
            throw new UncheckedIOException(path + " can't be deleted", e);
        }
    }

    private static boolean isSame(ProcessHandle process, long startMs) {
        return startMs == 0 || Math.abs(startMs(process) - startMs) <= TOLERANCE_MS;
    }

    private static long startMs(ProcessHandle process) {
        return process.info().startInstant().map(Instant::toEpochMilli).orElse(0L);
    }

    /** Whether it has ended, and only its parent has not noticed. Linux says so. */
    private static boolean isZombie(long pid) {
        try {
            String stat = Files.readString(Path.of("/proc", Long.toString(pid), "stat"));
            return stat.charAt(stat.lastIndexOf(')') + 2) == 'Z';
        } catch (IOException | RuntimeException e) {
            return false;
        }
    }
}
