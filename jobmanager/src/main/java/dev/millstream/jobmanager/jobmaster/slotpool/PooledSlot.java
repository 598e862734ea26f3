package dev.millstream.jobmanager.jobmaster.slotpool;

import dev.millstream.protocol.id.AllocationID;
import dev.millstream.protocol.id.SlotID;
import java.util.Comparator;

/** A slot that the job has. Ordered by TaskManager and index. */
public record PooledSlot(SlotID slot, AllocationID allocation) implements Comparable<PooledSlot> {
    private static final Comparator<PooledSlot> ORDER =
            Comparator.comparing(PooledSlot::slot).thenComparing(PooledSlot::allocation);

    @Override
    public int compareTo(PooledSlot other) {
        return ORDER.compare(this, other);
    }
}
