package dev.millstream.cli.output;

import dev.millstream.api.common.JobID;
import dev.millstream.cluster.client.StateChangeListener;
import dev.millstream.protocol.job.StateChange;
import java.io.PrintWriter;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * Shows how a job gets on, on standard error: a line for each change of the job's state; on a
 * terminal also a live line that counts tasks. Thread-safe.
 */
public final class Progress implements StateChangeListener {
    private static final String CLEAR_LINE = "\r\u001b[2K";

    private final PrintWriter err;
    private final boolean terminal;
    private final boolean colour;
    private final Map<String, String> tasks = new TreeMap<>();
    private @Nullable JobID shown;
    private boolean liveLine;

    /**
     * Shows nothing until the first change.
     *
     * @param terminal whether {@code err} is one
     * @param colour whether colours are wanted there
     */
    public Progress(PrintWriter err, boolean terminal, boolean colour) {
        this.err = err;
        this.terminal = terminal;
        this.colour = colour;
    }

    @Override
    public synchronized void onStateChange(JobID job, StateChange change) {
        if (!job.equals(shown)) {
            clearLiveLine();
            shown = job;
            tasks.clear();
            err.println("Job " + job);
        }
        if (change.subject().equals("job")) {
            clearLiveLine();
            err.println("Job is " + paint(change.state()));
        } else {
            tasks.put(change.subject(), change.state());
            change.failure()
                    .ifPresent(failure -> {
                        clearLiveLine();
                        err.println(
                                "Task "
                                        + change.subject()
                                        + " "
                                        + paint(change.state())
                                        + ": "
                                        + failure.message());
                    });
            showLiveLine();
        }
        err.flush();
    }

    /** No more changes will come. */
    public synchronized void finish() {
        clearLiveLine();
        err.flush();
    }

    private void showLiveLine() {
        if (terminal) {
            Map<String, Integer> counts = new TreeMap<>();
            tasks.values()
                    .forEach(state ->
                            counts.merge(
                                    state.toLowerCase(java.util.Locale.ROOT), 1, Integer::sum));
            StringBuilder line =
                    new StringBuilder(CLEAR_LINE).append(tasks.size()).append(" tasks:");
            counts.forEach(
                    (state, count) -> line.append(' ').append(count).append(' ').append(state));
            err.print(line);
            liveLine = true;
        }
    }

    private void clearLiveLine() {
        if (liveLine) {
            err.print(CLEAR_LINE);
            liveLine = false;
        }
    }

    private String paint(String state) {
        if (!colour) {
            return state;
        }
        return switch (state) {
            case "FAILED", "FAILING" -> "\u001b[31m" + state + "\u001b[0m";
            case "FINISHED" -> "\u001b[32m" + state + "\u001b[0m";
            default -> state;
        };
    }
}
