package dev.millstream.cli.command;

import dev.millstream.cli.output.Caller;
import dev.millstream.cli.output.CommandException;
import dev.millstream.cli.output.ExitCode;
import dev.millstream.cli.output.Sentence;
import dev.millstream.cli.verb.Verb;
import java.io.PrintWriter;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.ServiceLoader;
import java.util.function.Supplier;
import java.util.stream.Stream;
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
        CommandLine commandLine = new CommandLine(root);
        verbs(caller, args).forEach(commandLine::addSubcommand);
        commandLine
                .setOut(caller.out())
                .setErr(caller.err())
                .setStopAtPositional(true)
                .setExpandAtFiles(false)
                .setColorScheme(CommandLine.Help.defaultColorScheme(CommandLine.Help.Ansi.OFF))
                .setParameterExceptionHandler((e, _) -> wrongUsage(e, caller.err()))
                .setExecutionExceptionHandler(
                        (e, _, _) -> failed(e, caller.err(), root.showsStackTraces()));
        commandLine.getSubcommands().values().stream()
                .filter(verb -> !takesProgram(verb))
                .forEach(verb -> verb.setStopAtPositional(false));
        return commandLine.execute(args);
    }

    /** The verb that a call begins with, if it does; else all. To describe a verb takes a while. */
    private static List<Object> verbs(Caller caller, String... args) {
        Map<String, Supplier<Object>> all = all(caller);
        Supplier<Object> wanted = args.length == 0 ? null : all.get(args[0]);
        return wanted == null
                ? Stream.of(
                                all.values().stream().map(Supplier::get),
                                ServiceLoader.load(Verb.class).stream()
                                        .map(verb -> verb.get().command(caller)),
                                Stream.of(new HelpCommand()))
                        .<Object>flatMap(verbs -> verbs)
                        .toList()
                : List.of(wanted.get());
    }

    private static Map<String, Supplier<Object>> all(Caller caller) {
        Map<String, Supplier<Object>> verbs = new LinkedHashMap<>();
        verbs.put("run", () -> new RunCommand(caller));
        verbs.put("info", () -> new InfoCommand(caller));
        verbs.put("list", () -> new ListCommand(caller));
        verbs.put("status", () -> new StatusCommand(caller));
        verbs.put("result", () -> new ResultCommand(caller));
        verbs.put("cancel", () -> new CancelCommand(caller));
        verbs.put("logs", () -> new LogsCommand(caller));
        verbs.put("cluster", () -> ClusterCommand.of(caller));
        verbs.put("jobmanager", () -> new JobManagerCommand(caller));
        verbs.put("taskmanager", () -> new TaskManagerCommand(caller));
        verbs.put("rehearse", () -> new RehearseCommand(caller));
        verbs.put("version", () -> new VersionCommand(caller));
        return verbs;
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
