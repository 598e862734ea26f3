package dev.millstream.cli.command;

import dev.millstream.cli.output.Caller;
import dev.millstream.cli.output.ExitCode;
import dev.millstream.cli.output.Table;
import dev.millstream.cli.output.Times;
import dev.millstream.cli.remote.JobLookup;
import dev.millstream.cli.remote.Json;
import dev.millstream.cli.remote.RestCalls;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Parameters;

/** Shows a job. */
@Command(name = "status", description = "Shows a job with its vertices.")
final class StatusCommand implements Callable<Integer> {
    private final Caller caller;

    @Mixin private RemoteParameters remote = new RemoteParameters();

    @Parameters(paramLabel = "JOB", description = "A job's id, or the beginning of it.")
    private String job = "";

    StatusCommand(Caller caller) {
        this.caller = caller;
    }

    @Override
    public Integer call() {
        try (RestCalls calls = remote.calls(caller)) {
            String path = "/jobs/" + JobLookup.find(calls, job);
            String answer = calls.get(path);
            if (remote.wantsJson()) {
                caller.out().println(answer);
            } else {
                show(Json.parse(answer), Json.parse(calls.get(path + "/exceptions")));
            }
            return ExitCode.DONE;
        }
    }

    private void show(Json details, Json exceptions) {
        caller.out()
                .println(
                        "Job '"
                                + details.text("name")
                                + "' ("
                                + details.text("jid")
                                + ") is "
                                + details.text("state")
                                + ", started "
                                + Times.at(details.number("start-time"))
                                + ", "
                                + Times.lasting(details.number("duration")));
        Table table = new Table("VERTEX", "PARALLELISM", "STATE", "RECORDS IN", "RECORDS OUT");
        for (Json vertex : details.objects("vertices")) {
            Json metrics = vertex.object("metrics");
            table.add(
                    vertex.text("name"),
                    vertex.text("parallelism"),
                    vertex.text("status"),
                    metrics.text("read-records"),
                    metrics.text("write-records"));
        }
        table.print(caller.out());
        exceptions.object("exceptionHistory").objects("entries").stream()
                .findFirst()
                .ifPresent(entry -> caller.out().println("Last failure: " + entry.text("message")));
    }
}
