package dev.millstream.benchmarks.workload.latency;

import dev.millstream.benchmarks.workload.Event;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.atomic.AtomicReference;
import java.util.concurrent.locks.LockSupport;
import org.jspecify.annotations.Nullable;

/**
 * The events of one source as they become due, for sources that are asked for what there is. Used
 * by one thread; its futures are completed by a thread of its own, which sleeps from one due time
 * to the next and needs nobody to wake it: so that what is measured is the engine's waking, not the
 * pacer's.
 */
public final class Pacer implements AutoCloseable {
    private final Schedule schedule;
    private final int source;
    private final int sources;
    private final AtomicReference<@Nullable CompletableFuture<Void>> awaited =
            new AtomicReference<>();
    private @Nullable Thread ticker;
    private long next;

    /** The events of one source among several. */
    public Pacer(Schedule schedule, int source, int sources) {
        this.schedule = schedule;
        this.source = source;
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
        // First known, then looked at: either this thread sees the event due, or the ticker, which
        // looks when it is, sees the future.
        awaited.set(due);
        if (isDue()) {
            due.complete(null);
        } else if (ticker == null) {
            ticker = Thread.ofPlatform().daemon().name("pacer").start(this::tick);
        }
        return due;
    }

    private void tick() {
        long index = source;
        while (index < schedule.count() && !Thread.currentThread().isInterrupted()) {
            long nowNs = System.nanoTime();
            long leftNs = schedule.dueNs(index) - nowNs;
            if (leftNs > 0) {
                LockSupport.parkNanos(leftNs);
            } else {
                index = firstAfter(nowNs, index);
                CompletableFuture<Void> due = awaited.getAndSet(null);
                if (due != null) {
                    due.complete(null);
                }
            }
        }
    }

    private long firstAfter(long nowNs, long from) {
        long index = from;
        while (index < schedule.count() && schedule.dueNs(index) <= nowNs) {
            index += sources;
        }
        return index;
    }

    @Override
    public void close() {
        Thread running = ticker;
        if (running != null) {
            running.interrupt();
        }
    }
}
