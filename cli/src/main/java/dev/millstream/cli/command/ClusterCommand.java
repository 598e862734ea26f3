package dev.millstream.cli.command;

import dev.millstream.cli.output.Caller;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** Verbs for a cluster in the background. */
@Command(name = "cluster", description = "Starts, shows and stops a cluster on this machine.")
final class ClusterCommand implements Runnable {
    @Spec private CommandSpec spec;

    /** With its verbs. */
    static CommandLine of(Caller caller) {
        return new CommandLine(new ClusterCommand())
                .addSubcommand(new ClusterStartCommand(caller))
                .addSubcommand(new ClusterStatusCommand(caller))
                .addSubcommand(new ClusterStopCommand(caller));
    }

    @Override
    public void run() {
        throw new ParameterException(
                spec.commandLine(), "Say what to do with the cluster: start, status or stop");
    }
}
