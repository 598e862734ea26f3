package dev.millstream.cli.command;

import dev.millstream.cli.output.ExitCode;
import dev.millstream.cli.program.ProgramRunner;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** Prints a program's plan. */
@Command(
        name = "info",
        description = "Prints the plan of a program's first job, without running it.",
        mixinStandardHelpOptions = true)
final class InfoCommand implements Callable<Integer> {
    @Spec private CommandSpec spec;

    @Mixin private ProgramParameters program = new ProgramParameters();

    @Option(names = "--json", description = "Print one JSON object.")
    private boolean json;

    @Override
    public Integer call() {
        ProgramRunner runner =
                new ProgramRunner(
                        program.configuration(spec.commandLine().getErr()),
                        spec.commandLine().getErr());
        String plan = runner.plan(program.reference(), json);
        spec.commandLine().getOut().println(plan.stripTrailing());
        return ExitCode.DONE;
    }
}
