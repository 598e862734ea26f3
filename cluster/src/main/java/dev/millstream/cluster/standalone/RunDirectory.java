package dev.millstream.cluster.standalone;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * The folder in which a cluster's processes and its clients find each other: token, addresses,
 * numbers of processes, logs, and what the JobManager keeps across its restarts.
 *
 * @param path absolute
 */
public record RunDirectory(Path path) {
    private static final String NAME = ".millstream";
    private static final String PID_SUFFIX = ".pid";
    private static final String JOB_MANAGER = "jobmanager";
    private static final String TASK_MANAGER = "taskmanager-";

    /**
     * As the environment says: {@code MILLSTREAM_RUN_DIR}, else {@code .millstream} beside the
     * launcher, or in the user's home if it can't be there.
     */
    public static RunDirectory of(Map<String, String> environment) {
        String chosen = environment.getOrDefault("MILLSTREAM_RUN_DIR", "");
        if (!chosen.isEmpty()) {
            return new RunDirectory(Path.of(chosen).toAbsolutePath().normalize());
        }
        String launcher = environment.getOrDefault("MILLSTREAM_LAUNCHER_DIR", "");
        if (!launcher.isEmpty()) {
            Path beside = Path.of(launcher, NAME).toAbsolutePath().normalize();
            if (Files.isWritable(Files.exists(beside) ? beside : Path.of(launcher))) {
                return new RunDirectory(beside);
            }
        }
        return new RunDirectory(
                Path.of(System.getProperty("user.home", "."), NAME).toAbsolutePath());
    }

    /**
     * Makes the folder, for its owner only, and those in it.
     *
     * @throws ClusterException if that is impossible
     */
    public void create() throws ClusterException {
        try {
            if (!Files.isDirectory(path)) {
                Path parent = path.getParent();
                if (parent != null) {
                    Files.createDirectories(parent);
                }
                Files.createDirectory(
                        path,
                        PosixFilePermissions.asFileAttribute(
                                PosixFilePermissions.fromString("rwx------")));
            }
            Files.createDirectories(logs());
            Files.createDirectories(jobManagerFolder());
        } catch (IOException | UnsupportedOperationException e) {
            throw new ClusterException(
                    "The cluster's folder "
                            + path
                            + " can't be made ("
                            + e
                            + "). Name another one with MILLSTREAM_RUN_DIR.",
                    e);
        }
    }

    public Path tokenFile() {
        return path.resolve("token");
    }

    /** Where a running JobManager says how it is reached. */
    public Path addressFile() {
        return path.resolve("cluster.properties");
    }

    public Path logs() {
        return path.resolve("log");
    }

    /** What a TaskManager is called as a process. */
    public static String taskManagerProcess(String name) {
        return TASK_MANAGER + name;
    }

    /** The log of a process. */
    public Path log(String process) {
        return logs().resolve(process + ".log");
    }

    /** What user code prints in a process. */
    public Path output(String process) {
        return logs().resolve(process + ".out");
    }

    /** What the JobManager keeps. */
    public Path jobManagerFolder() {
        return path.resolve(JOB_MANAGER);
    }

    public PidFile jobManagerPid() {
        return new PidFile(path.resolve(JOB_MANAGER + PID_SUFFIX));
    }

    public PidFile taskManagerPid(String name) {
        return new PidFile(path.resolve(taskManagerProcess(name) + PID_SUFFIX));
    }

    /** The names of all TaskManagers that have a file, dead or alive, sorted. */
    public List<String> taskManagers() {
        List<String> names = new ArrayList<>();
        try (Stream<Path> files = Files.list(path)) {
            files.map(file -> nameIn(file.getFileName().toString()))
                    .flatMap(Optional::stream)
                    .sorted()
                    .forEach(names::add);
        } catch (IOException e) {
            return List.of();
        }
        return names;
    }

    private static Optional<String> nameIn(String file) {
        return file.startsWith(TASK_MANAGER) && file.endsWith(PID_SUFFIX)
                ? Optional.of(
                        file.substring(TASK_MANAGER.length(), file.length() - PID_SUFFIX.length()))
                : Optional.empty();
    }

    @Override
    public String toString() {
        return path.toString();
    }
}
