package dev.millstream.cli.command;

import dev.millstream.cli.output.Caller;
import dev.millstream.cli.output.ExitCode;
import dev.millstream.cli.output.JsonLine;
import dev.millstream.cli.remote.ClusterReport;
import dev.millstream.cli.remote.Json;
import dev.millstream.cli.remote.RestCalls;
import dev.millstream.cli.remote.Target;
import dev.millstream.cluster.entrypoint.ProcessSetup;
import dev.millstream.cluster.standalone.BackgroundCluster;
import dev.millstream.cluster.standalone.ClusterAddress;
import java.util.Optional;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** Shows the cluster in the background. */
@Command(name = "status", description = "Shows whether a cluster runs; exit code 1 if none does.")
final class ClusterStatusCommand implements Callable<Integer> {
    private final Caller caller;

    @Mixin private ProcessParameters process = new ProcessParameters();

    @Option(names = "--json", description = "Print one JSON object.")
    private boolean json;

    ClusterStatusCommand(Caller caller) {
        this.caller = caller;
    }

    @Override
    public Integer call() {
        ProcessSetup setup = process.setup(caller);
        Optional<ClusterAddress> address =
                new BackgroundCluster(
                                setup.directory(),
                                notice -> caller.err().println("millstream: " + notice))
                        .find();
        if (address.isEmpty()) {
            caller.out()
                    .println(
                            json
                                    ? new JsonLine()
                                            .put("status", "STOPPED")
                                            .put("run-dir", setup.directory().toString())
                                            .toString()
                                    : "No cluster runs from " + setup.directory() + ".");
            return ExitCode.FAILED;
        }
        Target target =
                Target.require(
                        caller, setup.configuration(), address.map(it -> it.rest().toString()));
        try (RestCalls calls = new RestCalls(target)) {
            Json overview = Json.parse(calls.get("/overview"));
            new ClusterReport(setup.directory(), address.get(), overview).print(caller.out(), json);
        }
        return ExitCode.DONE;
    }
}
