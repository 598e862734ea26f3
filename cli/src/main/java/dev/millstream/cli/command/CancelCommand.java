package dev.millstream.cli.command;

import dev.millstream.api.common.JobID;
import dev.millstream.api.common.JobStatus;
import dev.millstream.cli.output.Caller;
import dev.millstream.cli.output.CommandException;
import dev.millstream.cli.output.ExitCode;
import dev.millstream.cli.output.JsonLine;
import dev.millstream.cli.remote.JobLookup;
import dev.millstream.cli.remote.Json;
import dev.millstream.cli.remote.RestCalls;
import java.time.Duration;
import java.util.concurrent.Callable;
import java.util.concurrent.TimeUnit;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Parameters;

/** Cancels a job. */
@Command(name = "cancel", description = "Cancels a job, and waits until it has ended.")
final class CancelCommand implements Callable<Integer> {
    private static final Duration PATIENCE = Duration.ofSeconds(60);
    private static final long PAUSE_MS = 100;

    private final Caller caller;

    @Mixin private RemoteParameters remote = new RemoteParameters();

    @Parameters(paramLabel = "JOB", description = "A job's id, or the beginning of it.")
    private String job = "";

    CancelCommand(Caller caller) {
        this.caller = caller;
    }

    @Override
    public Integer call() throws InterruptedException {
        try (RestCalls calls = remote.calls(caller)) {
            String id = JobLookup.find(calls, job);
            calls.cancel(JobID.fromHexString(id));
            JobStatus last = awaitEnd(calls, id);
            if (remote.wantsJson()) {
                caller.out().println(new JsonLine().put("jid", id).put("state", last.name()));
            } else {
                caller.out().println("Job " + id + " is " + last);
            }
            return last == JobStatus.CANCELED ? ExitCode.DONE : ExitCode.FAILED;
        }
    }

    private static JobStatus awaitEnd(RestCalls calls, String id) throws InterruptedException {
        long endNs = System.nanoTime() + PATIENCE.toNanos();
        while (System.nanoTime() < endNs) {
            JobStatus status =
                    JobStatus.valueOf(Json.parse(calls.get("/jobs/" + id)).text("state"));
            if (status.isGloballyTerminalState()) {
                return status;
            }
            TimeUnit.MILLISECONDS.sleep(PAUSE_MS);
        }
        throw CommandException.failed(
                "Job "
                        + id
                        + " was told to end, but has not within "
                        + PATIENCE.toSeconds()
                        + " s. 'millstream status' shows what it does.");
    }
}
