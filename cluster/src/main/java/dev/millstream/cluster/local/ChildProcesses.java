package dev.millstream.cluster.local;

import dev.millstream.cluster.standalone.JvmCommand;
import dev.millstream.cluster.standalone.PidFile;
import dev.millstream.cluster.standalone.Processes;
import dev.millstream.cluster.standalone.RunDirectory;
import dev.millstream.configuration.MemorySize;
import dev.millstream.platform.lane.BlockingPool;
import java.io.File;
import java.io.IOException;
import java.lang.ProcessBuilder.Redirect;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Function;

/**
 * TaskManagers as children of this process, which outlive it if it is killed. Each has a file with
 * its number and a log in the cluster's folder.
 */
public final class ChildProcesses implements WorkerProcesses {
    private static final Duration PATIENCE = Duration.ofSeconds(10);

    private final RunDirectory directory;
    private final JvmCommand command;
    private final MemorySize memory;
    private final Function<String, List<String>> arguments;
    private final BlockingPool pool;
    private final Map<String, ProcessHandle> live = new ConcurrentHashMap<>();

    /** Set once all are to end; read by the threads that start them. */
    private volatile boolean ending;

    /**
     * @param memory of each
     * @param arguments of the command line, by the TaskManager's name
     */
    public ChildProcesses(
            RunDirectory directory,
            JvmCommand command,
            MemorySize memory,
            Function<String, List<String>> arguments,
            BlockingPool pool) {
        this.directory = directory;
        this.command = command;
        this.memory = memory;
        this.arguments = arguments;
        this.pool = pool;
    }

    @Override
    public List<String> running() {
        List<String> running = new ArrayList<>();
        for (String name : directory.taskManagers()) {
            if (directory.taskManagerPid(name).process().isPresent()) {
                running.add(name);
            } else {
                directory.taskManagerPid(name).delete();
            }
        }
        return running;
    }

    @Override
    public CompletableFuture<String> start(String name) {
        return pool.submit("start TaskManager", () -> launch(name))
                .thenCompose(process -> process.onExit())
                .thenApply(process -> "exit code " + process.exitValue() + logOf(name))
                .exceptionally(failure -> "it can't be started: " + failure)
                .thenApply(how -> gone(name, how));
    }

    private Process launch(String name) throws IOException {
        Process process =
                new ProcessBuilder(command.call(memory, arguments.apply(name)))
                        .redirectInput(new File("/dev/null"))
                        .redirectOutput(
                                Redirect.appendTo(directory.output("taskmanager-" + name).toFile()))
                        .redirectError(
                                Redirect.appendTo(directory.log("taskmanager-" + name).toFile()))
                        .start();
        live.put(name, process.toHandle());
        directory.taskManagerPid(name).write(process.toHandle());
        if (ending) {
            process.destroy();
        }
        return process;
    }

    @Override
    public CompletableFuture<String> follow(String name) {
        return directory
                .taskManagerPid(name)
                .process()
                .map(process -> {
                    live.put(name, process);
                    return process.onExit().thenApply(_ -> "it ran before" + logOf(name));
                })
                .orElseGet(() -> CompletableFuture.completedFuture("it has ended before"))
                .thenApply(how -> gone(name, how));
    }

    private String logOf(String name) {
        return "; its log is " + directory.log("taskmanager-" + name);
    }

    private String gone(String name, String how) {
        live.remove(name);
        PidFile file = directory.taskManagerPid(name);
        if (file.process().isEmpty()) {
            file.delete();
        }
        return how;
    }

    @Override
    public void stop(String name) {
        ProcessHandle process = live.get(name);
        if (process != null) {
            var _ = end(List.of(process));
        }
    }

    @Override
    public CompletableFuture<Void> stopAll() {
        ending = true;
        return end(List.copyOf(live.values()));
    }

    private CompletableFuture<Void> end(List<ProcessHandle> processes) {
        return pool.submit(
                        "stop TaskManagers",
                        () -> {
                            Processes.end(processes, PATIENCE);
                            return Boolean.TRUE;
                        })
                .thenAccept(_ -> {});
    }
}
