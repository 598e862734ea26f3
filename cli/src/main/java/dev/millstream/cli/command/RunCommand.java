package dev.millstream.cli.command;

import dev.millstream.cli.output.CommandException;
import dev.millstream.cli.output.Progress;
import dev.millstream.cli.program.ProgramRunner;
import java.io.Console;
import java.io.PrintWriter;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** Runs a program. */
@Command(
        name = "run",
        description = "Runs a program on an embedded cluster, and waits for it.",
        mixinStandardHelpOptions = true)
final class RunCommand implements Callable<Integer> {
    @Spec private CommandSpec spec;

    @Mixin private ProgramParameters program = new ProgramParameters();

    @Option(
            names = {"-d", "--detached"},
            description = "Print the job's id and leave it running on a cluster.")
    private boolean detached;

    @Override
    public Integer call() {
        if (detached) {
            throw CommandException.usage(
                    "A job can't be left behind (-d) on the embedded cluster, which ends with this"
                            + " process. Leave -d out.");
        }
        PrintWriter err = spec.commandLine().getErr();
        boolean terminal = isTerminal();
        boolean colour = terminal && System.getenv("NO_COLOR") == null;
        return new ProgramRunner(program.configuration(err), err)
                .run(program.reference(), new Progress(err, terminal, colour));
    }

    // From JDK 25 on it returns null again where there is no terminal.
    @SuppressWarnings("SystemConsoleNull")
    private static boolean isTerminal() {
        Console console = System.console();
        return console != null && console.isTerminal();
    }
}
