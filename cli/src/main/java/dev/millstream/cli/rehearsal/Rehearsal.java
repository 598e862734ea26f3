package dev.millstream.cli.rehearsal;

import dev.millstream.cluster.standalone.ClusterAddress;
import dev.millstream.cluster.standalone.ClusterException;
import dev.millstream.cluster.standalone.JvmCommand;
import dev.millstream.cluster.standalone.RunDirectory;
import dev.millstream.configuration.MemorySize;
import dev.millstream.protocol.rest.RestOptions;
import dev.millstream.transport.TransportOptions;
import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;

/**
 * A JobManager, a TaskManager and a client, each a process whose JVM keeps what it learns in a
 * file: classes as they are once they are loaded and linked, and which methods are worth compiling.
 * Blocks.
 */
public final class Rehearsal {
    private static final MemorySize MEMORY = MemorySize.ofMebiBytes(512);
    private static final long PATIENCE_S = 120;
    private static final long PAUSE_MS = 25;

    /**
     * What runs for a second has no use for code that pays after minutes; without this it would be
     * compiled at once in every later start, as it was in the rehearsal.
     */
    private static final List<String> NO_LATE_COMPILATION =
            List.of(
                    "-XX:Tier4InvocationThreshold=100000000",
                    "-XX:Tier4MinInvocationThreshold=100000000",
                    "-XX:Tier4CompileThreshold=100000000",
                    "-XX:Tier4BackEdgeThreshold=1000000000");

    private final JvmCommand command;
    private final Path caches;
    private final RunDirectory directory;
    private final List<Process> processes = new ArrayList<>();

    private Rehearsal(JvmCommand command, Path caches, Path folder) {
        this.command = command;
        this.caches = caches;
        this.directory = new RunDirectory(folder);
    }

    /**
     * Runs it.
     *
     * @param command starts processes as the launcher does
     * @param caches folder for the files, each named by the verb that its process begins with
     * @param client words of a call that does what clients do
     * @throws ClusterException if one of the processes doesn't do what it should
     */
    public static void run(JvmCommand command, Path caches, List<String> client)
            throws IOException, ClusterException, InterruptedException {
        Files.createDirectories(caches);
        for (String jar : command.classPath().split(File.pathSeparator, -1)) {
            if (jar.endsWith(".jar")) {
                OldClassFiles.update(Path.of(jar));
            }
        }
        Path folder = Files.createTempDirectory("millstream-rehearsal");
        Rehearsal rehearsal = new Rehearsal(command, caches, folder);
        try {
            rehearsal.perform(client);
        } finally {
            rehearsal.end();
            delete(folder);
        }
    }

    private void perform(List<String> client)
            throws IOException, ClusterException, InterruptedException {
        Process jobManager =
                start(
                        "jobmanager",
                        List.of(
                                "jobmanager",
                                "-D",
                                RestOptions.PORT.key() + "=0",
                                "-D",
                                TransportOptions.JOB_MANAGER_PORT.key() + "=0"));
        int port = await(jobManager).links().port();
        start(
                "taskmanager",
                List.of("taskmanager", "-D", TransportOptions.JOB_MANAGER_PORT.key() + "=" + port));
        Process calls = start("client", client);
        if (!calls.waitFor(PATIENCE_S, TimeUnit.SECONDS) || calls.exitValue() != 0) {
            throw new ClusterException("The client of the rehearsal failed.");
        }
    }

    private Process start(String name, List<String> words) throws IOException {
        List<String> options = new ArrayList<>(NO_LATE_COMPILATION);
        options.add("-XX:AOTCacheOutput=" + caches.resolve(name + ".aot"));
        ProcessBuilder builder =
                new ProcessBuilder(command.untrained(options).call(MEMORY, words)).inheritIO();
        Map<String, String> environment = builder.environment();
        environment.put("MILLSTREAM_RUN_DIR", directory.path().toString());
        Process process = builder.start();
        processes.add(process);
        return process;
    }

    private ClusterAddress await(Process jobManager) throws ClusterException, InterruptedException {
        for (long leftMs = TimeUnit.SECONDS.toMillis(PATIENCE_S); leftMs > 0; leftMs -= PAUSE_MS) {
            Optional<ClusterAddress> address = ClusterAddress.read(directory);
            if (address.isPresent()) {
                return address.get();
            }
            if (jobManager.waitFor(PAUSE_MS, TimeUnit.MILLISECONDS)) {
                break;
            }
        }
        throw new ClusterException("The JobManager of the rehearsal did not start.");
    }

    /** Ends all processes; each writes its file when it does. */
    private void end() throws InterruptedException {
        processes.forEach(Process::destroy);
        for (Process process : processes) {
            if (!process.waitFor(PATIENCE_S, TimeUnit.SECONDS)) {
                process.destroyForcibly();
            }
        }
    }

    private static void delete(Path folder) throws IOException {
        try (Stream<Path> files = Files.walk(folder)) {
            for (Path file : files.sorted(Comparator.reverseOrder()).toList()) {
                Files.deleteIfExists(file);
            }
        }
    }
}
