package dev.millstream.cli.command;

import dev.millstream.cli.output.Caller;
import dev.millstream.cli.output.ExitCode;
import dev.millstream.cli.program.ProgramPlan;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** Prints a program's plan. */
@Command(
        name = "info",
        description = "Prints the plan of a program's first job, without running it.")
final class InfoCommand implements Callable<Integer> {
    private final Caller caller;

    @Mixin private ProgramParameters program = new ProgramParameters();

    @Option(names = "--json", description = "Print one JSON object.")
    private boolean json;

    InfoCommand(Caller caller) {
        this.caller = caller;
    }

    @Override
    public Integer call() {
        String plan = ProgramPlan.of(program.reference(), program.configuration(caller), json);
        caller.out().println(plan.stripTrailing());
        return ExitCode.DONE;
    }
}
