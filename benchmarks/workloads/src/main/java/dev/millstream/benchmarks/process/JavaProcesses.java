package dev.millstream.benchmarks.process;

import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.concurrent.TimeUnit;

/**
 * JVMs like this one: the same JDK, options (so heap and collector, too) and class path. They end
 * with this one. Not thread-safe.
 */
public final class JavaProcesses implements AutoCloseable {
    private static final long PATIENCE_S = 10;

    private final Path folder;
    private final List<Process> processes = Collections.synchronizedList(new ArrayList<>());
    private final Thread atExit = new Thread(this::kill, "kill-processes");

    /**
     * None so far.
     *
     * @param folder where each leaves what it prints, in a file by its name
     */
    public JavaProcesses(Path folder) {
        this.folder = folder;
        Runtime.getRuntime().addShutdownHook(atExit);
    }

    /** Starts one more. */
    public void start(String name, String mainClass, List<String> arguments) throws IOException {
        List<String> command = new ArrayList<>();
        command.add(Path.of(System.getProperty("java.home", ""), "bin", "java").toString());
        command.addAll(ManagementFactory.getRuntimeMXBean().getInputArguments());
        command.add("-cp");
        command.add(System.getProperty("java.class.path", ""));
        command.add(mainClass);
        command.addAll(arguments);
        Files.createDirectories(folder);
        processes.add(
                new ProcessBuilder(command)
                        .redirectErrorStream(true)
                        .redirectOutput(folder.resolve(name + ".log").toFile())
                        .start());
    }

    /**
     * Fails when one has ended, as none should do by itself.
     *
     * @throws IllegalStateException if one has; names where it has said why
     */
    public void check() {
        for (Process process : processes) {
            if (!process.isAlive()) {
                throw new IllegalStateException(
                        "A process has ended with code "
                                + process.exitValue()
                                + "; the logs in "
                                + folder
                                + " say why");
            }
        }
    }

    /** Those that were started. */
    public List<ProcessHandle> handles() {
        return processes.stream().map(Process::toHandle).toList();
    }

    /** Ends them. */
    @Override
    public void close() {
        processes.forEach(Process::destroy);
        long end = System.nanoTime() + TimeUnit.SECONDS.toNanos(PATIENCE_S);
        try {
            for (Process process : processes) {
                long left = Math.max(0, end - System.nanoTime());
                var _ = process.waitFor(left, TimeUnit.NANOSECONDS);
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
        kill();
        processes.clear();
    }

    private void kill() {
        processes.forEach(Process::destroyForcibly);
    }
}
