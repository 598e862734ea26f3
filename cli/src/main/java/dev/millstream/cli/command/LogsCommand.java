package dev.millstream.cli.command;

import dev.millstream.cli.output.Caller;
import dev.millstream.cli.output.ExitCode;
import dev.millstream.cli.output.Table;
import dev.millstream.cli.output.Times;
import dev.millstream.cli.remote.Json;
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
    private final Caller caller;

    @Mixin private RemoteParameters remote = new RemoteParameters();

    @Option(
            names = {"-n", "--lines"},
            paramLabel = "N",
            defaultValue = "100",
            description = "How many lines are shown; ${DEFAULT-VALUE} without it, all for 0.")
    private int lines;

    @Parameters(arity = "0..1", paramLabel = "FILE", description = "One of the files.")
    private @Nullable String file;

    LogsCommand(Caller caller) {
        this.caller = caller;
    }

    @Override
    public Integer call() {
        try (RestCalls calls = remote.calls(caller)) {
            if (file == null) {
                list(calls.get("/jobmanager/logs"));
            } else {
                List<String> all = calls.get("/jobmanager/logs/" + file).lines().toList();
                int from = lines <= 0 ? 0 : Math.max(0, all.size() - lines);
                all.subList(from, all.size()).forEach(caller.out()::println);
            }
            return ExitCode.DONE;
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
