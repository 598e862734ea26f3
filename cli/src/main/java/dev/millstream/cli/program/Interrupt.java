package dev.millstream.cli.program;

import dev.millstream.cli.output.ExitCode;
import dev.millstream.core.execution.JobClient;
import java.io.PrintWriter;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.atomic.AtomicInteger;

/**
 * Ctrl-C: the first cancels the jobs and ends the process once they have ended; the second, or one
 * without jobs, ends it at once.
 */
final class Interrupt implements AutoCloseable {
    private final TrackingExecutor executor;
    private final PrintWriter err;

    /** How many were received. Counted by the JDK's thread for signals, read by the program's. */
    private final AtomicInteger count = new AtomicInteger();

    private final InterruptSignal signal;

    private Interrupt(TrackingExecutor executor, PrintWriter err) {
        this.executor = executor;
        this.err = err;
        this.signal = InterruptSignal.handle(this::onSignal);
    }

    /** Until it is closed. */
    static Interrupt handle(TrackingExecutor executor, PrintWriter err) {
        return new Interrupt(executor, err);
    }

    boolean isReceived() {
        return count.get() > 0;
    }

    /** Waits until all jobs have ended, however they do. */
    void awaitEndOfJobs() {
        CompletableFuture<?>[] results =
                executor.jobs().stream()
                        .map(JobClient::getJobExecutionResult)
                        .toArray(CompletableFuture[]::new);
        CompletableFuture.allOf(results).exceptionally(_ -> null).join();
    }

    private void onSignal() {
        if (count.getAndIncrement() > 0 || executor.jobs().isEmpty()) {
            Runtime.getRuntime().halt(ExitCode.INTERRUPTED);
        }
        err.println("millstream: cancelling the job; press Ctrl-C again to leave at once.");
        err.flush();
        Thread.ofPlatform().daemon().name("millstream-cancel").start(this::cancelJobs);
    }

    /** The main thread may be anywhere in the user's code, so it is this one that ends all. */
    private void cancelJobs() {
        for (JobClient job : executor.jobs()) {
            var _ = job.cancel();
        }
        awaitEndOfJobs();
        System.exit(ExitCode.INTERRUPTED);
    }

    @Override
    public void close() {
        signal.close();
    }
}
