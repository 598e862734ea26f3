package dev.millstream.cli.program;

import dev.millstream.cli.output.ExitCode;
import dev.millstream.core.execution.JobClient;
import java.io.PrintWriter;
import java.util.concurrent.ExecutionException;

/** Ctrl-C: the first cancels the jobs and waits for their end, the second leaves at once. */
final class Interrupt {
    private final TrackingExecutor executor;
    private final PrintWriter err;
    private volatile boolean received;

    private Interrupt(TrackingExecutor executor, PrintWriter err) {
        this.executor = executor;
        this.err = err;
    }

    /** From now on. */
    static Interrupt handle(TrackingExecutor executor, PrintWriter err) {
        Interrupt interrupt = new Interrupt(executor, err);
        InterruptSignal.handle(interrupt::onSignal);
        return interrupt;
    }

    boolean received() {
        return received;
    }

    private void onSignal() {
        if (received || executor.jobs().isEmpty()) {
            Runtime.getRuntime().halt(ExitCode.INTERRUPTED);
        }
        received = true;
        err.println("millstream: cancelling the job; press Ctrl-C again to leave at once.");
        Thread.ofPlatform().daemon().name("cancel-jobs").start(this::cancelJobs);
    }

    private void cancelJobs() {
        for (JobClient job : executor.jobs()) {
            try {
                job.cancel().get();
                job.getJobExecutionResult().get();
            } catch (ExecutionException e) {
                // It has ended, cancelled or otherwise: which is what we wait for.
                err.flush();
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
            }
        }
        Runtime.getRuntime().halt(ExitCode.INTERRUPTED);
    }
}
