package dev.millstream.engine.thread;

import dev.millstream.platform.time.Cancellable;
import dev.millstream.platform.time.Clock;
import java.util.PriorityQueue;
import org.jspecify.annotations.Nullable;

/**
 * What a task's thread is to do at certain times. Belongs to that thread, which calls {@link #fire}
 * between records; nothing fires on its own.
 */
public final class Deadlines {
    private final Clock clock;
    private final PriorityQueue<Entry> queue = new PriorityQueue<>();
    private long nextSequence;

    public Deadlines(Clock clock) {
        this.clock = clock;
    }

    /** Equal deadlines fire in the order of their scheduling. */
    public Cancellable schedule(long delayMs, Mail action) {
        Entry entry =
                new Entry(
                        clock.nanos() + Math.max(0, delayMs) * 1_000_000L, nextSequence++, action);
        queue.add(entry);
        return () -> queue.remove(entry);
    }

    /** {@link Long#MAX_VALUE} when there is none. */
    public long earliestNs() {
        Entry first = queue.peek();
        return first == null ? Long.MAX_VALUE : first.deadlineNs;
    }

    /** Does what is due; what it schedules for at once waits for the next call. */
    public void fire(long nowNs) throws Exception {
        long before = nextSequence;
        for (Entry due = due(nowNs, before); due != null; due = due(nowNs, before)) {
            due.action.run();
        }
    }

    private @Nullable Entry due(long nowNs, long beforeSequence) {
        Entry first = queue.peek();
        if (first == null || first.deadlineNs > nowNs || first.sequence >= beforeSequence) {
            return null;
        }
        return queue.poll();
    }

    private static final class Entry implements Comparable<Entry> {
        private final long deadlineNs;
        private final long sequence;
        private final Mail action;

        Entry(long deadlineNs, long sequence, Mail action) {
            this.deadlineNs = deadlineNs;
            this.sequence = sequence;
            this.action = action;
        }

        @Override
        public int compareTo(Entry other) {
            int byTime = Long.compare(deadlineNs, other.deadlineNs);
            return byTime != 0 ? byTime : Long.compare(sequence, other.sequence);
        }
    }
}
