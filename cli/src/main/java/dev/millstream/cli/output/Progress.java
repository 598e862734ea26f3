package dev.millstream.cli.output;

import dev.millstream.api.common.JobID;
import dev.millstream.api.common.JobStatus;
import dev.millstream.client.job.StateChangeListener;
import dev.millstream.protocol.job.StateChange;
import dev.millstream.protocol.task.FailureInfo;
import java.io.PrintWriter;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * Shows how jobs get on, on standard error: a line for each change of a job's state; on a terminal
 * also a live line that counts tasks. Why a job fails is told by its result; why it restarts, here.
 * Thread-safe.
 */
public final class Progress implements StateChangeListener {
    private static final String CLEAR_LINE = "\r\u001b[2K";
    private static final String RED = "\u001b[31m";
    private static final String GREEN = "\u001b[32m";
    private static final String PLAIN = "\u001b[0m";

    private final PrintWriter err;
    private final boolean terminal;
    private final boolean colour;

    /** The states of the tasks of all jobs that have not ended, by job and task. */
    private final Map<String, Map<String, String>> tasks = new TreeMap<>();

    private @Nullable FailureInfo lastFailure;
    private boolean liveLine;

    /** Shows nothing until the first change. */
    public Progress(Caller caller) {
        this.err = caller.err();
        this.terminal = caller.hasTerminal();
        this.colour = caller.wantsColour();
    }

    @Override
    public synchronized void onStateChange(JobID job, StateChange change) {
        change.failure().ifPresent(failure -> lastFailure = failure);
        if (change.subject().equals("job")) {
            clearLiveLine();
            showJob(job, JobStatus.valueOf(change.state()));
        } else {
            tasks.computeIfAbsent(job.toString(), _ -> new TreeMap<>())
                    .put(change.subject(), change.state());
        }
        showLiveLine();
        err.flush();
    }

    private void showJob(JobID job, JobStatus status) {
        err.println("Job " + job + " is " + paint(status));
        if (status == JobStatus.RESTARTING && lastFailure != null) {
            err.println("It restarts because " + lastFailure.message());
        }
        if (status.isGloballyTerminalState()) {
            tasks.remove(job.toString());
        }
    }

    private void showLiveLine() {
        if (terminal && !tasks.isEmpty()) {
            Map<String, Integer> counts = new TreeMap<>();
            tasks.values()
                    .forEach(ofJob ->
                            ofJob.values().forEach(state -> counts.merge(state, 1, Integer::sum)));
            StringBuilder line = new StringBuilder(CLEAR_LINE).append("Tasks:");
            counts.forEach((state, count) ->
                    line.append(' ')
                            .append(count)
                            .append(' ')
                            .append(state.toLowerCase(Locale.ROOT)));
            err.print(line);
            liveLine = true;
        }
    }

    /** Until the next change: before anything else is shown. */
    public synchronized void clearLiveLine() {
        if (liveLine) {
            err.print(CLEAR_LINE);
            err.flush();
            liveLine = false;
        }
    }

    private String paint(JobStatus status) {
        if (!colour) {
            return status.name();
        }
        return switch (status) {
            case FAILED, FAILING -> RED + status + PLAIN;
            case FINISHED -> GREEN + status + PLAIN;
            case INITIALIZING,
                    CREATED,
                    RUNNING,
                    CANCELLING,
                    CANCELED,
                    RESTARTING,
                    SUSPENDED,
                    RECONCILING ->
                    status.name();
        };
    }
}
