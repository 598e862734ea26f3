package dev.millstream.simulation.link;

import dev.millstream.platform.time.Cancellable;
import dev.millstream.simulation.scheduler.EventKind;
import dev.millstream.simulation.scheduler.Scheduler;
import java.util.ArrayDeque;
import java.util.Deque;

/**
 * One direction of a link: what is under way, in order. Only the first may arrive, so that delays
 * never change the order; other links go at their own pace.
 */
final class Direction {
    private final Scheduler scheduler;
    private final LinkSettings settings;
    private final String name;
    private final long latencyNs;
    private final Deque<Parcel> underWay = new ArrayDeque<>();
    private Cancellable arrival = () -> {};
    private boolean sealed;
    private boolean cut;
    private boolean muted;

    /**
     * Something on its way.
     *
     * @param kind for the trace
     * @param detail for the trace
     * @param dueNs not before
     * @param arrive what happens at the receiver
     */
    private record Parcel(EventKind kind, long detail, long dueNs, Runnable arrive) {}

    Direction(Scheduler scheduler, LinkSettings settings, String name) {
        this.scheduler = scheduler;
        this.settings = settings;
        this.name = name;
        this.latencyNs = scheduler.random().between(1L, settings.maxLatencyNs());
    }

    String name() {
        return name;
    }

    /** Dropped once the direction is sealed. */
    void send(EventKind kind, long detail, Runnable arrive) {
        if (!sealed && (!muted || kind == EventKind.LINK_CLOSED)) {
            underWay.add(new Parcel(kind, detail, scheduler.nowNs() + delayNs(), arrive));
            if (underWay.size() == 1) {
                planArrival();
            }
        }
    }

    /** The last thing that arrives; what is sent later is dropped. */
    void seal(Runnable arrive) {
        send(EventKind.LINK_CLOSED, 0, arrive);
        sealed = true;
    }

    boolean isSealed() {
        return sealed;
    }

    /** Loses some of what is under way, from a random point on. */
    void loseTail() {
        if (sealed || underWay.isEmpty()) {
            return;
        }
        int kept = scheduler.random().between(0, underWay.size());
        while (underWay.size() > kept) {
            underWay.removeLast();
        }
        if (underWay.isEmpty()) {
            arrival.cancel();
        }
    }

    /** Lets nothing arrive until told otherwise. */
    void setCut(boolean newCut) {
        cut = newCut;
        arrival.cancel();
        if (!cut && !underWay.isEmpty()) {
            planArrival();
        }
    }

    /** Nothing arrives any more but what its own receiver does to it: closing it. */
    void mute() {
        muted = true;
        if (!sealed) {
            underWay.clear();
            arrival.cancel();
        }
    }

    int size() {
        return underWay.size();
    }

    private long delayNs() {
        long delayNs = latencyNs + scheduler.random().between(0L, settings.maxJitterNs());
        if (scheduler.random().chance(settings.spikeChance())) {
            delayNs += scheduler.random().between(0L, settings.maxSpikeNs());
        }
        return delayNs;
    }

    private void planArrival() {
        if (!cut) {
            Parcel first = underWay.getFirst();
            arrival = scheduler.at(first.dueNs(), first.kind(), name, this::arrive);
        }
    }

    private void arrive() {
        Parcel parcel = underWay.removeFirst();
        if (!underWay.isEmpty()) {
            planArrival();
        }
        if (parcel.detail() != 0) {
            scheduler.note(parcel.kind(), name, parcel.detail());
        }
        parcel.arrive().run();
    }
}
