package dev.millstream.cli.command;

import dev.millstream.cli.output.Caller;
import dev.millstream.cli.output.ExitCode;
import dev.millstream.cli.output.Table;
import dev.millstream.cli.output.Times;
import dev.millstream.cli.remote.Json;
import dev.millstream.cli.remote.RestCalls;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

/** Lists jobs. */
@Command(name = "list", description = "Lists the jobs of a cluster: those that run, then the rest.")
final class ListCommand implements Callable<Integer> {
    private final Caller caller;

    @Mixin private RemoteParameters remote = new RemoteParameters();

    ListCommand(Caller caller) {
        this.caller = caller;
    }

    @Override
    public Integer call() {
        try (RestCalls calls = remote.calls(caller)) {
            String answer = calls.get("/jobs/overview");
            if (remote.wantsJson()) {
                caller.out().println(answer);
                return ExitCode.DONE;
            }
            Table table = new Table("ID", "NAME", "STATE", "STARTED", "DURATION", "TASKS");
            for (Json job : Json.parse(answer).objects("jobs")) {
                table.add(
                        job.text("jid"),
                        job.text("name"),
                        job.text("state"),
                        Times.at(job.number("start-time")),
                        Times.lasting(job.number("duration")),
                        job.object("tasks").text("total"));
            }
            table.print(caller.out());
            return ExitCode.DONE;
        }
    }
}
