package dev.millstream.benchmarks.workload.latency;

import dev.millstream.benchmarks.workload.Event;
import dev.millstream.benchmarks.workload.Events;
import dev.millstream.benchmarks.workload.Mix;
import java.io.Serializable;

/**
 * When each event is due: evenly, so many a second, by {@link System#nanoTime} of one machine. Each
 * source takes every n-th event.
 *
 * @param startNs when the first one is due
 * @param perSecond how many of all sources are due in a second
 * @param seconds how long
 */
public record Schedule(long startNs, long perSecond, long seconds) implements Serializable {
    /** Keys of these events. */
    public static final int KEYS = 10_000;

    private static final long LEAD_NS = 1_500_000_000L;
    private static final long NANOS = 1_000_000_000L;

    /** One that begins soon, when tasks will have started. */
    public static Schedule soon(long perSecond, long seconds) {
        return new Schedule(System.nanoTime() + LEAD_NS, perSecond, seconds);
    }

    public long count() {
        return perSecond * seconds;
    }

    /** When an event is due. */
    public long dueNs(long index) {
        return startNs + index / perSecond * NANOS + index % perSecond * NANOS / perSecond;
    }

    /** An event; its time is when it is due, in nanoseconds. */
    public Event event(long index) {
        long key = Mix.below(KEYS, Mix.of(index));
        return new Event(key, Events.valueOfKey(key), dueNs(index));
    }

    /** Events that are due earlier are not noted: the beginning, when code is not compiled yet. */
    public long ignoredBeforeNs() {
        return startNs + seconds * NANOS / 5;
    }
}
