package dev.millstream.cluster.standalone;

import dev.millstream.configuration.MemorySize;
import java.io.File;
import java.io.IOException;
import java.lang.ProcessBuilder.Redirect;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.attribute.BasicFileAttributes;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * A cluster of background processes on this machine, known by its folder: a JobManager, and the
 * TaskManagers that it starts. Methods block.
 */
public final class BackgroundCluster {
    private static final String JOB_MANAGER = "jobmanager";
    private static final Duration START_PATIENCE = Duration.ofSeconds(60);
    private static final Duration STOP_PATIENCE = Duration.ofSeconds(20);
    private static final long PAUSE_MS = 25;
    private static final int TAIL_LINES = 5;

    private final RunDirectory directory;
    private final Consumer<String> notices;
    private boolean saidStale;

    /**
     * @param notices told what was found and put right, a sentence each
     */
    public BackgroundCluster(RunDirectory directory, Consumer<String> notices) {
        this.directory = directory;
        this.notices = notices;
    }

    /** The address of the JobManager that lives, if any; traces of a dead one are told of. */
    public Optional<ClusterAddress> find() {
        Optional<ClusterAddress> address = ClusterAddress.read(directory);
        PidFile pidFile = directory.jobManagerPid();
        Optional<ProcessHandle> process = pidFile.process();
        if (process.isPresent()) {
            return address.filter(it -> it.pid() == process.get().pid());
        }
        if (!saidStale && (pidFile.exists() || address.isPresent())) {
            saidStale = true;
            notices.accept(
                    "The files in "
                            + directory
                            + " are of a JobManager that has ended without a word; they are"
                            + " ignored.");
        }
        return Optional.empty();
    }

    /**
     * Starts a JobManager, unless one lives.
     *
     * @param command starts it
     * @param arguments of its command line
     * @return its address, once it takes jobs
     * @throws ClusterException if it does not start
     */
    public ClusterAddress start(JvmCommand command, MemorySize memory, List<String> arguments)
            throws ClusterException {
        Optional<ClusterAddress> living = find();
        if (living.isPresent()) {
            return living.get();
        }
        directory.create();
        Path log = directory.log(JOB_MANAGER);
        long logStart = size(log);
        try {
            Files.deleteIfExists(directory.addressFile());
            Process process =
                    new ProcessBuilder(command.inBackground().call(memory, arguments))
                            .redirectInput(new File("/dev/null"))
                            .redirectOutput(
                                    Redirect.appendTo(directory.output(JOB_MANAGER).toFile()))
                            .redirectError(Redirect.appendTo(log.toFile()))
                            .start();
            directory.jobManagerPid().write(process.toHandle());
            return await(process, log, logStart);
        } catch (IOException e) {
            throw new ClusterException("The JobManager can't be started: " + e + ".", e);
        }
    }

    private ClusterAddress await(Process process, Path log, long logStart) throws ClusterException {
        long endNs = System.nanoTime() + START_PATIENCE.toNanos();
        try {
            while (System.nanoTime() < endNs) {
                Optional<ClusterAddress> address = ClusterAddress.read(directory);
                if (address.isPresent()) {
                    return address.get();
                }
                if (process.waitFor(PAUSE_MS, TimeUnit.MILLISECONDS)) {
                    directory.jobManagerPid().delete();
                    throw new ClusterException(
                            "The JobManager did not start. " + lastWords(log, logStart));
                }
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
        stop();
        throw new ClusterException(
                "The JobManager did not start within "
                        + START_PATIENCE.toSeconds()
                        + " s. "
                        + lastWords(log, logStart));
    }

    /**
     * Ends all processes, however they are, and removes what they have left but for logs, token and
     * uploaded jars.
     *
     * @return how many were ended
     */
    public int stop() {
        List<ProcessHandle> jobManager = directory.jobManagerPid().process().stream().toList();
        List<ProcessHandle> taskManagers = taskManagers();
        // The JobManager ends its own TaskManagers; what it can't is ended after it.
        Processes.end(jobManager, STOP_PATIENCE);
        Processes.end(taskManagers(), STOP_PATIENCE);
        directory.jobManagerPid().delete();
        directory.taskManagers().forEach(name -> directory.taskManagerPid(name).delete());
        try {
            Files.deleteIfExists(directory.addressFile());
            deleteFolder(directory.path().resolve("tmp"));
        } catch (IOException e) {
            notices.accept("Something can't be deleted in " + directory + ": " + e + ".");
        }
        return jobManager.size() + taskManagers.size();
    }

    /** The processes of TaskManagers that live. */
    public List<ProcessHandle> taskManagers() {
        List<ProcessHandle> living = new ArrayList<>();
        for (String name : directory.taskManagers()) {
            directory.taskManagerPid(name).process().ifPresent(living::add);
        }
        return living;
    }

    private static String lastWords(Path log, long from) {
        try {
            String text = Files.readString(log).substring((int) from).strip();
            List<String> lines = text.lines().filter(line -> !line.isBlank()).toList();
            List<String> tail = lines.subList(Math.max(0, lines.size() - TAIL_LINES), lines.size());
            Optional<String> told =
                    tail.stream().filter(line -> line.startsWith("millstream: ")).findFirst();
            return told.map(line -> line.substring("millstream: ".length()))
                    .orElse("The end of its log, " + log + ":\n" + String.join("\n", tail));
        } catch (IOException | IndexOutOfBoundsException e) {
            return "It left no log (" + log + ").";
        }
    }

    private static long size(Path file) {
        try {
            return Files.exists(file) ? Files.readString(file).length() : 0;
        } catch (IOException e) {
            return 0;
        }
    }

    private static void deleteFolder(Path folder) throws IOException {
        if (!Files.exists(folder)) {
            return;
        }
        Files.walkFileTree(
                folder,
                new SimpleFileVisitor<>() {
                    @Override
                    public FileVisitResult visitFile(Path file, BasicFileAttributes attributes)
                            throws IOException {
                        Files.deleteIfExists(file);
                        return FileVisitResult.CONTINUE;
                    }

                    @Override
                    public FileVisitResult postVisitDirectory(
                            Path directory, @Nullable IOException failure) throws IOException {
                        Files.deleteIfExists(directory);
                        return FileVisitResult.CONTINUE;
                    }
                });
    }
}
