package dev.millstream.cli.command;

import dev.millstream.cli.output.Caller;
import dev.millstream.cli.output.CommandException;
import dev.millstream.cli.output.ExitCode;
import dev.millstream.cli.rehearsal.Rehearsal;
import dev.millstream.cluster.standalone.ClusterException;
import dev.millstream.cluster.standalone.JvmCommand;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.Writer;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Prepares fast starts; the launcher calls it. */
@Command(name = "rehearse", hidden = true, description = "Prepares fast starts.")
final class RehearseCommand implements Callable<Integer> {
    private final Caller caller;

    @Option(names = "--client", description = "Do what clients do, and nothing else.")
    private boolean client;

    @Parameters(arity = "0..1", paramLabel = "FOLDER", description = "Where the caches go.")
    private @Nullable Path caches;

    RehearseCommand(Caller caller) {
        this.caller = caller;
    }

    @Override
    public Integer call() throws IOException, InterruptedException {
        if (client) {
            return beClient();
        }
        if (caches == null) {
            throw CommandException.usage("Say which folder the caches go to.");
        }
        try {
            Rehearsal.run(
                    JvmCommand.of(caller.environment(), ProcessParameters.MAIN_CLASS),
                    caches.toAbsolutePath(),
                    List.of("rehearse", "--client"));
            return ExitCode.DONE;
        } catch (ClusterException e) {
            throw CommandException.of(ExitCode.FAILED, String.valueOf(e.getMessage()), e);
        }
    }

    /** On the cluster of the rehearsal, then without one. */
    private int beClient() {
        call(Map.of(), "run", "wordcount");
        call(Map.of(), "list");
        call(Map.of(), "cluster", "status");
        return call(Map.of("MILLSTREAM_RUN_DIR", "nowhere"), "run", "wordcount");
    }

    private int call(Map<String, String> variables, String... words) {
        Map<String, String> environment = new TreeMap<>(caller.environment());
        environment.putAll(variables);
        PrintWriter nowhere = new PrintWriter(Writer.nullWriter());
        return CommandLines.execute(new Caller(nowhere, caller.err(), environment), words);
    }
}
