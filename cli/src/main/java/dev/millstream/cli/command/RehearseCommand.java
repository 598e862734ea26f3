package dev.millstream.cli.command;

import dev.millstream.cli.output.Caller;
import dev.millstream.cluster.entrypoint.JobManagerRole;
import dev.millstream.cluster.entrypoint.ProcessSetup;
import dev.millstream.cluster.entrypoint.TaskManagerRole;
import dev.millstream.cluster.standalone.ClusterException;
import dev.millstream.cluster.standalone.JvmCommand;
import dev.millstream.cluster.standalone.RunDirectory;
import dev.millstream.configuration.Configuration;
import dev.millstream.protocol.rest.RestOptions;
import dev.millstream.transport.TransportOptions;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.Writer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.Callable;
import java.util.stream.Stream;
import picocli.CommandLine.Command;

/**
 * Goes through what processes do when they start, all in this one: a JobManager, a TaskManager and
 * a client. The launcher has the JVM watch it, so that later starts need not find classes again.
 */
@Command(name = "rehearse", hidden = true, description = "Prepares fast starts.")
final class RehearseCommand implements Callable<Integer> {
    private final Caller caller;

    RehearseCommand(Caller caller) {
        this.caller = caller;
    }

    @Override
    public Integer call() throws IOException, ClusterException {
        Path folder = Files.createTempDirectory("millstream-rehearsal");
        try {
            Path text = Files.writeString(folder.resolve("text"), "to be or not to be\n");
            rehearse(new RunDirectory(folder.resolve("run")), text.toString());
            return call(folder.resolve("none"), "run", "wordcount", "--input", text.toString());
        } finally {
            delete(folder);
        }
    }

    private void rehearse(RunDirectory directory, String text) throws ClusterException {
        Map<String, String> options = new TreeMap<>();
        options.put(RestOptions.PORT.key(), "0");
        options.put(TransportOptions.JOB_MANAGER_PORT.key(), "0");
        try (JobManagerRole jobManager = JobManagerRole.start(setup(directory, options))) {
            int port = jobManager.address().links().port();
            options.put(TransportOptions.JOB_MANAGER_PORT.key(), Integer.toString(port));
            try (TaskManagerRole _ = TaskManagerRole.start(setup(directory, options))) {
                call(directory.path(), "run", "wordcount", "--input", text);
                call(directory.path(), "list");
                call(directory.path(), "cluster", "status");
            }
        }
    }

    private ProcessSetup setup(RunDirectory directory, Map<String, String> options) {
        return new ProcessSetup(
                Configuration.fromMap(options),
                options,
                directory,
                JvmCommand.of(caller.environment(), ""),
                VersionCommand.version());
    }

    private int call(Path runDirectory, String... words) {
        Map<String, String> environment = new TreeMap<>(caller.environment());
        environment.put("MILLSTREAM_RUN_DIR", runDirectory.toString());
        PrintWriter nowhere = new PrintWriter(Writer.nullWriter());
        return CommandLines.execute(new Caller(nowhere, caller.err(), environment), words);
    }

    private static void delete(Path folder) throws IOException {
        try (Stream<Path> files = Files.walk(folder)) {
            for (Path file : files.sorted(Comparator.reverseOrder()).toList()) {
                Files.deleteIfExists(file);
            }
        }
    }
}
