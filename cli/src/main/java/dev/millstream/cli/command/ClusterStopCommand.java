package dev.millstream.cli.command;

import dev.millstream.cli.output.Caller;
import dev.millstream.cli.output.ExitCode;
import dev.millstream.cli.output.JsonLine;
import dev.millstream.cluster.standalone.BackgroundCluster;
import dev.millstream.cluster.standalone.RunDirectory;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** Stops the cluster in the background. */
@Command(name = "stop", description = "Ends all processes of the cluster. Jobs that run are lost.")
final class ClusterStopCommand implements Callable<Integer> {
    private final Caller caller;

    @Option(names = "--json", description = "Print one JSON object.")
    private boolean json;

    ClusterStopCommand(Caller caller) {
        this.caller = caller;
    }

    @Override
    public Integer call() {
        RunDirectory directory = RunDirectory.of(caller.environment());
        int ended =
                new BackgroundCluster(
                                directory, notice -> caller.err().println("millstream: " + notice))
                        .stop();
        if (json) {
            caller.out()
                    .println(
                            new JsonLine()
                                    .put("status", "STOPPED")
                                    .put("processes-ended", ended)
                                    .put("run-dir", directory.toString()));
        } else {
            caller.out()
                    .println(
                            ended == 0
                                    ? "No cluster runs from " + directory + "."
                                    : "The cluster has ended: " + ended + " processes.");
        }
        return ExitCode.DONE;
    }
}
