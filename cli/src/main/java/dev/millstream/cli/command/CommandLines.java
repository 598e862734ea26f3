package dev.millstream.cli.command;

import dev.millstream.cli.output.Caller;
import dev.millstream.cli.output.CommandException;
import dev.millstream.cli.output.ExitCode;
import dev.millstream.cli.output.Sentence;
import java.io.PrintWriter;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine;
import picocli.CommandLine.HelpCommand;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.UnmatchedArgumentException;

/** Parses a call and carries it out. */
public final class CommandLines {
    private CommandLines() {}

    /**
     * Carries out a call.
     *
     * @return the exit code
     */
    public static int execute(Caller caller, String... args) {
        Root root = new Root();
        CommandLine commandLine =
                new CommandLine(root)
                        .addSubcommand(new RunCommand(caller))
                        .addSubcommand(new InfoCommand(caller))
                        .addSubcommand(new ListCommand(caller))
                        .addSubcommand(new StatusCommand(caller))
                        .addSubcommand(new ResultCommand(caller))
                        .addSubcommand(new CancelCommand(caller))
                        .addSubcommand(new LogsCommand(caller))
                        .addSubcommand(ClusterCommand.of(caller))
                        .addSubcommand(new JobManagerCommand(caller))
                        .addSubcommand(new TaskManagerCommand(caller))
                        .addSubcommand(new RehearseCommand(caller))
                        .addSubcommand(new VersionCommand(caller))
                        .addSubcommand(new HelpCommand())
                        .setOut(caller.out())
                        .setErr(caller.err())
                        .setStopAtPositional(true)
                        .setColorScheme(
                                CommandLine.Help.defaultColorScheme(CommandLine.Help.Ansi.OFF))
                        .setParameterExceptionHandler((e, _) -> wrongUsage(e, caller.err()))
                        .setExecutionExceptionHandler(
                                (e, _, _) -> failed(e, caller.err(), root.showsStackTraces()));
        commandLine.getSubcommands().values().stream()
                .filter(verb -> !takesProgram(verb))
                .forEach(verb -> verb.setStopAtPositional(false));
        return commandLine.execute(args);
    }

    /** What follows a program's name is the program's. */
    private static boolean takesProgram(CommandLine verb) {
        return verb.getCommand() instanceof RunCommand || verb.getCommand() instanceof InfoCommand;
    }

    private static int wrongUsage(ParameterException e, PrintWriter err) {
        err.println("millstream: " + Sentence.ended(message(e)));
        UnmatchedArgumentException.printSuggestions(e, err);
        err.println("Try '" + e.getCommandLine().getCommandSpec().qualifiedName() + " --help'.");
        return ExitCode.USAGE;
    }

    private static String message(ParameterException e) {
        boolean ofRoot = e.getCommandLine().getParent() == null;
        return ofRoot
                        && e instanceof UnmatchedArgumentException unknown
                        && !unknown.isUnknownOption()
                ? "There is no verb '" + unknown.getUnmatched().getFirst() + "'"
                : String.valueOf(e.getMessage());
    }

    private static int failed(Exception e, PrintWriter err, boolean showStackTrace) {
        int exitCode = ExitCode.FAILED;
        String userTrace = "";
        @Nullable Throwable cause = e;
        if (e instanceof CommandException command) {
            err.println("millstream: " + command.getMessage());
            exitCode = command.exitCode();
            userTrace = command.userTrace();
            cause = command.getCause();
        } else {
            err.println(
                    "millstream: Something went wrong that should not: "
                            + e
                            + ". Run it again with 'millstream --stacktrace', and report what it"
                            + " shows.");
        }
        if (showStackTrace && cause != null) {
            cause.printStackTrace(err);
        } else if (!userTrace.isEmpty()) {
            err.println(userTrace);
        }
        return exitCode;
    }
}
