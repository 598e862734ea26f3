package dev.millstream.cli.command;

import dev.millstream.cli.output.Caller;
import dev.millstream.cli.output.CommandException;
import dev.millstream.cli.output.ExitCode;
import dev.millstream.cli.output.JsonLine;
import dev.millstream.cli.output.Table;
import dev.millstream.cli.output.Times;
import dev.millstream.cli.remote.Json;
import dev.millstream.cli.remote.LogLookup;
import dev.millstream.cli.remote.RestCalls;
import java.util.List;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Shows logs. */
@Command(
        name = "logs",
        description = "Lists the log files of a cluster's processes, or shows the end of one.")
final class LogsCommand implements Callable<Integer> {
    private static final long MIN_BYTES = 256 << 10;
    private static final long MAX_BYTES = 32 << 20;

    /** Of a line; stack traces and the like have longer ones, most have shorter ones. */
    private static final long LINE_BYTES = 400;

    private final Caller caller;

    @Mixin private RemoteParameters remote = new RemoteParameters();

    @Option(
            names = {"-n", "--lines"},
            paramLabel = "N",
            defaultValue = "100",
            description = "How many lines are shown; ${DEFAULT-VALUE} without it, all for 0.")
    private int lines;

    @Parameters(
            arity = "0..1",
            paramLabel = "FILE|TASKMANAGER",
            description = "One of the files, or a TaskManager by its id or the beginning of it.")
    private @Nullable String name;

    LogsCommand(Caller caller) {
        this.caller = caller;
    }

    @Override
    public Integer call() {
        if (lines < 0) {
            throw CommandException.usage("The number of lines given with -n is " + lines + ".");
        }
        try (RestCalls calls = remote.calls(caller)) {
            if (name == null) {
                list(calls.get("/jobmanager/logs"));
            } else {
                show(name, text(calls, LogLookup.path(calls, name)));
            }
            return ExitCode.DONE;
        }
    }

    private String text(RestCalls calls, String path) {
        if (lines == 0) {
            return calls.get(path);
        }
        long bytes = Math.clamp(lines * LINE_BYTES, MIN_BYTES, MAX_BYTES);
        List<String> last = calls.tail(path, bytes).lines().toList();
        List<String> wanted = last.subList(Math.max(0, last.size() - lines), last.size());
        return String.join("\n", wanted);
    }

    private void show(String of, String text) {
        if (remote.wantsJson()) {
            caller.out().println(new JsonLine().put("name", of).put("log", text));
        } else {
            text.lines().forEach(caller.out()::println);
        }
    }

    private void list(String answer) {
        if (remote.wantsJson()) {
            caller.out().println(answer);
            return;
        }
        Table table = new Table("FILE", "BYTES", "LAST WRITTEN");
        for (Json log : Json.parse(answer).objects("logs")) {
            table.add(log.text("name"), log.text("size"), Times.at(log.number("mtime")));
        }
        table.print(caller.out());
    }
}
