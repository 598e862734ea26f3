package dev.millstream.benchmarks.workload.latency;

import dev.millstream.benchmarks.workload.Event;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;

/**
 * The events of one source as they become due, for sources that are asked for what there is. Used
 * by one thread; its futures are completed by a thread of its own.
 */
public final class Pacer implements AutoCloseable {
    private final Schedule schedule;
    private final int sources;
    private final ScheduledExecutorService timer =
            Executors.newSingleThreadScheduledExecutor(task -> {
                Thread thread = new Thread(task, "pacer");
                thread.setDaemon(true);
                return thread;
            });
    private long next;

    /** The events of one source among several. */
    public Pacer(Schedule schedule, int source, int sources) {
        this.schedule = schedule;
        this.sources = sources;
        this.next = source;
    }

    public boolean isFinished() {
        return next >= schedule.count();
    }

    /** Whether {@link #take} may be called. */
    public boolean isDue() {
        return !isFinished() && schedule.dueNs(next) <= System.nanoTime();
    }

    /** The next event. */
    public Event take() {
        Event event = schedule.event(next);
        next += sources;
        return event;
    }

    /** Completed when the next event is due. */
    public CompletableFuture<Void> untilDue() {
        CompletableFuture<Void> due = new CompletableFuture<>();
        var _ =
                timer.schedule(
                        () -> due.complete(null),
                        schedule.dueNs(next) - System.nanoTime(),
                        TimeUnit.NANOSECONDS);
        return due;
    }

    @Override
    public void close() {
        timer.shutdownNow();
    }
}
