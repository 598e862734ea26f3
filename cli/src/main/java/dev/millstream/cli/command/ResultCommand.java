package dev.millstream.cli.command;

import dev.millstream.api.common.JobID;
import dev.millstream.cli.output.Caller;
import dev.millstream.cli.output.ExitCode;
import dev.millstream.cli.output.Times;
import dev.millstream.cli.remote.JobLookup;
import dev.millstream.cli.remote.Json;
import dev.millstream.cli.remote.RestCalls;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Shows how a job ended. */
@Command(
        name = "result",
        description =
                "Shows how a job ended, with its accumulators. The exit code is that of an attached"
                        + " run; 0 for a job that has not ended.")
final class ResultCommand implements Callable<Integer> {
    private final Caller caller;

    @Mixin private RemoteParameters remote = new RemoteParameters();

    @Parameters(paramLabel = "JOB", description = "A job's id, or the beginning of it.")
    private String job = "";

    @Option(
            names = {"-w", "--wait"},
            description = "Wait until the job has ended.")
    private boolean waits;

    ResultCommand(Caller caller) {
        this.caller = caller;
    }

    @Override
    public Integer call() {
        try (RestCalls calls = remote.calls(caller)) {
            String id = JobLookup.find(calls, job);
            if (waits) {
                calls.awaitEnd(JobID.fromHexString(id));
            }
            String answer = calls.get("/jobs/" + id + "/execution-result");
            Json json = Json.parse(answer);
            boolean ended = json.object("status").text("id").equals("COMPLETED");
            Json result = json.object("job-execution-result");
            if (remote.wantsJson()) {
                caller.out().println(answer);
            } else if (ended) {
                show(id, result);
            } else {
                caller.out().println("Job " + id + " has not ended yet.");
            }
            return ended ? exitCode(result.text("application-status")) : ExitCode.DONE;
        }
    }

    private void show(String id, Json result) {
        caller.out()
                .println(
                        "Job "
                                + id
                                + " "
                                + result.text("application-status")
                                + " after "
                                + Times.lasting(result.number("net-runtime")));
        result.object("accumulator-results")
                .fields()
                .forEach((name, value) -> caller.out().println(name + ": " + value));
        String why = result.object("failure-cause").text("message");
        if (!why.isEmpty()) {
            caller.out().println(why);
        }
    }

    private static int exitCode(String status) {
        return switch (status) {
            case "SUCCEEDED" -> ExitCode.DONE;
            case "CANCELED" -> ExitCode.CANCELED;
            default -> ExitCode.FAILED;
        };
    }
}
