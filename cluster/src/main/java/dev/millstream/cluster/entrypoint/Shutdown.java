package dev.millstream.cluster.entrypoint;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** What a process has started, closed in the reverse order, once. Thread-safe. */
final class Shutdown implements AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(Shutdown.class);
    private static final long PATIENCE_S = 15;

    private record Step(String what, AutoCloseable closing) {}

    /** What {@link #awaiting} hands out. */
    interface Closing {
        CompletableFuture<Void> close();
    }

    /** Guarded by this. */
    private final Deque<Step> steps = new ArrayDeque<>();

    /** Closes this before what was added before. */
    synchronized void add(String what, AutoCloseable closing) {
        steps.push(new Step(what, closing));
    }

    /** As {@link #add}, of something whose closing takes a while. */
    void awaiting(String what, Closing closing) {
        add(what, () -> await(closing.close()));
    }

    private static void await(CompletableFuture<Void> closing)
            throws InterruptedException, ExecutionException, TimeoutException {
        closing.get(PATIENCE_S, TimeUnit.SECONDS);
    }

    @Override
    public synchronized void close() {
        while (!steps.isEmpty()) {
            Step step = steps.pop();
            try {
                step.closing().close();
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
            } catch (Exception e) {
                LOG.warn("The {} didn't stop properly", step.what(), e);
            }
        }
    }
}
