package dev.millstream.jobmanager.resourcemanager;

import dev.millstream.jobmanager.resourcemanager.slots.SlotEvent;
import dev.millstream.protocol.id.ResourceID;
import java.util.ArrayList;
import java.util.List;
import java.util.TreeMap;

/**
 * Registrations of TaskManagers that are not finished yet, as the TaskManagers are being looked up.
 * What a TaskManager says meanwhile is newer than what its registration says of its slots, and is
 * to be heard again behind it. Belongs to the ResourceManager's main thread.
 */
final class Joining {
    private final TreeMap<Long, Pending> pending = new TreeMap<>();
    private long last;

    private record Pending(ResourceID taskManager, List<SlotEvent> news) {}

    /** Begins a registration; returns a ticket to end it with. */
    long begin(ResourceID taskManager) {
        pending.put(++last, new Pending(taskManager, new ArrayList<>()));
        return last;
    }

    /** A TaskManager says that a slot is free. */
    void told(SlotEvent.SlotFreed freed) {
        for (Pending registration : pending.values()) {
            if (registration.taskManager().equals(freed.slot().taskManager())) {
                registration.news().add(freed);
            }
        }
    }

    /** Ends a registration, however it went; returns what is to be heard again. */
    List<SlotEvent> end(long ticket) {
        Pending ended = pending.remove(ticket);
        return ended == null ? List.of() : List.copyOf(ended.news());
    }
}
