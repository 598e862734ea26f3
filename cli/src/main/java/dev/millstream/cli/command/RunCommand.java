package dev.millstream.cli.command;

import dev.millstream.cli.output.Caller;
import dev.millstream.cli.output.CommandException;
import dev.millstream.cli.program.ProgramRun;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** Runs a program. */
@Command(name = "run", description = "Runs a program on an embedded cluster, and waits for it.")
final class RunCommand implements Callable<Integer> {
    private final Caller caller;

    @Mixin private ProgramParameters program = new ProgramParameters();

    @Option(
            names = {"-d", "--detached"},
            description = "Print the job's id and leave it running on a cluster.")
    private boolean detached;

    RunCommand(Caller caller) {
        this.caller = caller;
    }

    @Override
    public Integer call() {
        if (detached) {
            throw CommandException.usage(
                    "A job can't be left behind (-d) on the embedded cluster, which ends with this"
                            + " process. Leave -d out.");
        }
        return ProgramRun.of(program.reference(), program.configuration(caller), caller);
    }
}
