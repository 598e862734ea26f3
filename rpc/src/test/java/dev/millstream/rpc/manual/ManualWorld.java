package dev.millstream.rpc.manual;

import dev.millstream.platform.machine.LocalHub;
import java.util.Comparator;
import java.util.PriorityQueue;
import java.util.concurrent.CompletableFuture;
import org.jspecify.annotations.Nullable;

/**
 * Virtual time for any number of processes. Events run one at a time on the test's thread, by their
 * time, then in the order of their creation; only when the test says so.
 */
public final class ManualWorld {
    private static final int MAX_EVENTS = 1_000_000;

    private record Event(long timeMs, long number, Runnable command) {}

    private final PriorityQueue<Event> events =
            new PriorityQueue<>(
                    Comparator.comparingLong(Event::timeMs).thenComparingLong(Event::number));
    private final LocalHub hub = new LocalHub();
    private long nowMs = 1_000;
    private long created;
    private @Nullable ManualLane current;

    /** A process of this world. */
    public ManualPlatform process(String name) {
        return new ManualPlatform(this, name);
    }

    /** Runs all that is due now. */
    public void run() {
        advance(0);
    }

    /** Runs all that is due until so much later. */
    public void advance(long ms) {
        long untilMs = nowMs + ms;
        int count = 0;
        while (!events.isEmpty() && events.peek().timeMs() <= untilMs) {
            if (++count > MAX_EVENTS) {
                throw new IllegalStateException("Too many events: a loop?");
            }
            Event next = events.remove();
            nowMs = Math.max(nowMs, next.timeMs());
            next.command().run();
        }
        nowMs = untilMs;
    }

    /** Runs what is due now, after which the future must be done. */
    public <T> T get(CompletableFuture<T> future) {
        run();
        if (!future.isDone()) {
            throw new IllegalStateException("Not done, and nothing is left to do now");
        }
        return future.join();
    }

    long nowMs() {
        return nowMs;
    }

    LocalHub hub() {
        return hub;
    }

    void at(long timeMs, Runnable command) {
        events.add(new Event(timeMs, created++, command));
    }

    @Nullable ManualLane current() {
        return current;
    }

    void current(@Nullable ManualLane lane) {
        current = lane;
    }
}
