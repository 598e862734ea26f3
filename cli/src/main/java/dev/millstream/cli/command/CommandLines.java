package dev.millstream.cli.command;

import dev.millstream.cli.output.CommandException;
import dev.millstream.cli.output.ExitCode;
import java.io.PrintWriter;
import picocli.CommandLine;
import picocli.CommandLine.Model.CommandSpec;

/** Parses a call and carries it out. */
public final class CommandLines {
    private CommandLines() {}

    /**
     * Carries out a call.
     *
     * @param out results, and nothing else
     * @param err everything else
     * @return the exit code
     */
    public static int execute(PrintWriter out, PrintWriter err, String... args) {
        Root root = new Root();
        CommandLine commandLine =
                new CommandLine(root)
                        .setOut(out)
                        .setErr(err)
                        .setStopAtPositional(true)
                        .setExecutionStrategy(new CommandLine.RunLast())
                        .setParameterExceptionHandler(CommandLines::wrongUsage)
                        .setExecutionExceptionHandler(
                                (e, command, parsed) -> failed(e, err, root.showStackTraces()));
        return commandLine.execute(args);
    }

    private static int wrongUsage(CommandLine.ParameterException e, String[] args) {
        CommandLine command = e.getCommandLine();
        PrintWriter err = command.getErr();
        err.println("millstream: " + e.getMessage() + ".");
        CommandLine.UnmatchedArgumentException.printSuggestions(e, err);
        CommandSpec spec = command.getCommandSpec();
        err.println("Try '" + spec.qualifiedName() + " --help'.");
        return ExitCode.USAGE;
    }

    private static int failed(Exception e, PrintWriter err, boolean showStackTrace) {
        err.println(
                "millstream: " + (e instanceof CommandException ? e.getMessage() : unexpected(e)));
        if (showStackTrace) {
            e.printStackTrace(err);
        }
        return e instanceof CommandException command ? command.exitCode() : ExitCode.FAILED;
    }

    private static String unexpected(Exception e) {
        return "Something went wrong that should not: "
                + e
                + ". Run it again with --stacktrace, and report what it shows.";
    }
}
