package dev.millstream.cli.command;

import dev.millstream.cli.output.Caller;
import dev.millstream.cli.output.CommandException;
import dev.millstream.cli.program.ProgramRun;
import dev.millstream.cli.remote.RemoteRun;
import dev.millstream.cli.remote.Target;
import dev.millstream.cluster.embedded.EmbeddedExecutor;
import dev.millstream.configuration.Configuration;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** Runs a program. */
@Command(
        name = "run",
        description =
                "Runs a program and waits for it: on the cluster that was started or that -m names,"
                        + " else on an embedded one.")
final class RunCommand implements Callable<Integer> {
    private final Caller caller;

    @Mixin private ProgramParameters program = new ProgramParameters();

    @Option(
            names = {"-d", "--detached"},
            description = "Print the job's id and leave it running on a cluster.")
    private boolean detached;

    @Option(
            names = {"-m", "--jobmanager"},
            paramLabel = "HOST:PORT",
            description = "The JobManager's REST address.")
    private @Nullable String jobManager;

    @Option(
            names = "--shutdown-on-attached-exit",
            description = "Cancel the job when this process is told to end.")
    private boolean cancelsAtExit;

    @Option(
            names = "--json",
            description = "Print the job as one JSON object, behind what the program prints.")
    private boolean json;

    RunCommand(Caller caller) {
        this.caller = caller;
    }

    @Override
    public Integer call() {
        Configuration configuration = program.configuration(caller);
        Optional<Target> target =
                Target.find(caller, configuration, Optional.ofNullable(jobManager));
        if (target.isPresent()) {
            RemoteRun run =
                    new RemoteRun(target.get(), program.reference(), configuration, caller, json);
            return detached ? run.detached() : run.attached(cancelsAtExit);
        }
        if (detached) {
            throw CommandException.usage(
                    "A job can't be left behind (-d) on the embedded cluster, which ends with this"
                            + " process. Start a cluster with 'millstream cluster start', name one"
                            + " with -m HOST:PORT, or leave -d out.");
        }
        return new ProgramRun(program.reference(), configuration, caller, json)
                .attached(EmbeddedExecutor::new, false);
    }
}
