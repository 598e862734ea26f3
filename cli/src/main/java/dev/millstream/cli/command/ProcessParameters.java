package dev.millstream.cli.command;

import dev.millstream.cli.config.Settings;
import dev.millstream.cli.output.Caller;
import dev.millstream.cluster.entrypoint.ProcessSetup;
import dev.millstream.cluster.standalone.JvmCommand;
import dev.millstream.cluster.standalone.RunDirectory;
import java.util.List;
import java.util.Map;
import picocli.CommandLine.Option;

/** What the verbs that start processes have in common. */
final class ProcessParameters {
    /** By name, as it depends on this package. */
    static final String MAIN_CLASS = "dev.millstream.cli.Main";

    @Option(
            names = "-D",
            paramLabel = "KEY=VALUE",
            description = "Sets an option; see docs/configuration.md.")
    private List<String> options = List.of();

    Map<String, String> definitions() {
        return Definitions.parse(options);
    }

    ProcessSetup setup(Caller caller) {
        return new ProcessSetup(
                Settings.load(caller, definitions()),
                definitions(),
                RunDirectory.of(caller.environment()),
                JvmCommand.of(caller.environment(), MAIN_CLASS),
                VersionCommand.version());
    }
}
