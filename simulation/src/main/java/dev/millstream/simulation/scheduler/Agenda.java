package dev.millstream.simulation.scheduler;

import java.util.List;
import java.util.PriorityQueue;
import org.jspecify.annotations.Nullable;

/** What is planned for moments of virtual time. */
final class Agenda {
    private final PriorityQueue<ScheduledEvent> events = new PriorityQueue<>();

    void add(ScheduledEvent event) {
        events.add(event);
    }

    /** What is next; null if nothing is planned. */
    @Nullable ScheduledEvent next() {
        ScheduledEvent next = events.peek();
        while (next != null && next.isCancelled()) {
            events.remove();
            next = events.peek();
        }
        return next;
    }

    /** Takes {@link #next} off. */
    void removeNext() {
        events.remove();
    }

    /** All that is planned, in its order. */
    List<ScheduledEvent> all() {
        return events.stream().filter(event -> !event.isCancelled()).sorted().toList();
    }

    /** The names of whom planned events of this kind are for, sorted. */
    List<String> names(EventKind kind) {
        return events.stream()
                .filter(event -> event.kind == kind && !event.isCancelled())
                .map(event -> event.name)
                .sorted()
                .toList();
    }
}
