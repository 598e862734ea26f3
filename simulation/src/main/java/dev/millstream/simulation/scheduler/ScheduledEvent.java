package dev.millstream.simulation.scheduler;

import dev.millstream.platform.time.Cancellable;

/** Something that will happen at a moment of virtual time, unless cancelled. */
final class ScheduledEvent implements Cancellable, Comparable<ScheduledEvent> {
    final long timeNs;
    final EventKind kind;
    final String name;
    final Runnable action;
    private final long tie;
    private boolean cancelled;

    ScheduledEvent(long timeNs, long tie, EventKind kind, String name, Runnable action) {
        this.timeNs = timeNs;
        this.tie = tie;
        this.kind = kind;
        this.name = name;
        this.action = action;
    }

    @Override
    public void cancel() {
        cancelled = true;
    }

    boolean isCancelled() {
        return cancelled;
    }

    /** Events of one moment happen in an order drawn from the seed. */
    @Override
    public int compareTo(ScheduledEvent other) {
        int byTime = Long.compare(timeNs, other.timeNs);
        return byTime != 0 ? byTime : Long.compare(tie, other.tie);
    }
}
