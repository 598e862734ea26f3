package dev.millstream.jobmanager.jobmaster.slotpool;

import dev.millstream.protocol.id.AllocationID;
import dev.millstream.protocol.id.ResourceID;
import dev.millstream.protocol.jobmaster.SlotOffer;
import java.util.List;

/** What happens to a {@link SlotPool}. */
public sealed interface SlotPoolEvent {
    /** The scheduler wants all slots, now or as soon as they are there. */
    record Wanted() implements SlotPoolEvent {}

    /** The scheduler no longer waits. */
    record NoLongerWanted() implements SlotPoolEvent {}

    /** A TaskManager offers slots that the ResourceManager granted to this job. */
    record Offered(ResourceID taskManager, List<SlotOffer> offers) implements SlotPoolEvent {
        public Offered {
            offers = List.copyOf(offers);
        }
    }

    /** A TaskManager is gone, and its slots with it. */
    record TaskManagerLost(ResourceID taskManager) implements SlotPoolEvent {}

    /** A TaskManager refused a task: whatever it thinks of the slot, it is of no use. */
    record Unusable(AllocationID allocation) implements SlotPoolEvent {}

    /** The ResourceManager can't grant all slots at present. */
    record NotEnough(int available) implements SlotPoolEvent {}

    /**
     * The time to wait is over.
     *
     * @param number of the wait
     */
    record TimedOut(int number) implements SlotPoolEvent {}

    /** The job has ended. */
    record Closed() implements SlotPoolEvent {}
}
