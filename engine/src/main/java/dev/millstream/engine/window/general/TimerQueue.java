package dev.millstream.engine.window.general;

import java.util.PriorityQueue;
import org.jspecify.annotations.Nullable;

/** Windows' timers of one kind of time, by time and then in the order of their setting. */
final class TimerQueue {
    /**
     * A timer.
     *
     * @param time when it is due
     * @param sequence of its setting
     * @param entry whose it is; it may have been deleted there meanwhile
     */
    record Timer(long time, long sequence, WindowEntry entry) implements Comparable<Timer> {
        @Override
        public int compareTo(Timer other) {
            int byTime = Long.compare(time, other.time);
            return byTime != 0 ? byTime : Long.compare(sequence, other.sequence);
        }
    }

    private final PriorityQueue<Timer> timers = new PriorityQueue<>();
    private long sequence;

    void add(long time, WindowEntry entry) {
        timers.add(new Timer(time, sequence++, entry));
    }

    /** Takes the next one that is due at a time; null if none is. */
    @Nullable Timer due(long time) {
        Timer first = timers.peek();
        return first == null || first.time > time ? null : timers.poll();
    }

    /** {@link Long#MAX_VALUE} when there is none. */
    long earliest() {
        Timer first = timers.peek();
        return first == null ? Long.MAX_VALUE : first.time;
    }
}
