package dev.millstream.cli.command;

import dev.millstream.cli.config.Settings;
import dev.millstream.cli.output.Caller;
import dev.millstream.cli.remote.RestCalls;
import dev.millstream.cli.remote.Target;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/** What the verbs that ask a cluster have in common. */
final class RemoteParameters {
    @Option(
            names = {"-m", "--jobmanager"},
            paramLabel = "HOST:PORT",
            description = "The JobManager's REST address; without it the cluster that was started.")
    private @Nullable String jobManager;

    @Option(
            names = "-D",
            paramLabel = "KEY=VALUE",
            description = "Sets an option; see docs/configuration.md.")
    private List<String> options = List.of();

    @Option(names = "--json", description = "Print JSON, as the REST interface has it.")
    private boolean json;

    boolean wantsJson() {
        return json;
    }

    RestCalls calls(Caller caller) {
        return new RestCalls(
                Target.require(
                        caller,
                        Settings.load(caller, Definitions.parse(options)),
                        Optional.ofNullable(jobManager)));
    }
}
