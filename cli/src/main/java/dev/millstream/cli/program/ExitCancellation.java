package dev.millstream.cli.program;

import dev.millstream.core.execution.JobClient;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Cancels a program's jobs when the process is told to end while they run. */
final class ExitCancellation implements AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(ExitCancellation.class);
    private static final long PATIENCE_S = 5;

    private final TrackingExecutor executor;
    private final Thread hook = Thread.ofPlatform().unstarted(this::cancel);

    private ExitCancellation(TrackingExecutor executor) {
        this.executor = executor;
    }

    /** Until it is closed. */
    static ExitCancellation begin(TrackingExecutor executor) {
        ExitCancellation cancellation = new ExitCancellation(executor);
        Runtime.getRuntime().addShutdownHook(cancellation.hook);
        return cancellation;
    }

    private void cancel() {
        CompletableFuture<?>[] cancelled =
                executor.jobs().stream().map(JobClient::cancel).toArray(CompletableFuture[]::new);
        try {
            CompletableFuture.allOf(cancelled).get(PATIENCE_S, TimeUnit.SECONDS);
        } catch (ExecutionException | TimeoutException e) {
            LOG.warn("A job could not be cancelled", e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    @Override
    public void close() {
        try {
            Runtime.getRuntime().removeShutdownHook(hook);
        } catch (IllegalStateException e) {
            LOG.debug("The process is ending already", e);
        }
    }
}
