package dev.millstream.jobmanager.jobmaster.slotpool;

import java.util.List;

/** What a {@link SlotPool} wants done. */
public sealed interface SlotPoolEffect {
    /** Tell the ResourceManager how many slots the job needs. */
    record Declare(int slots) implements SlotPoolEffect {}

    /** Hand {@link SlotPoolEvent.TimedOut} back after a delay. */
    record Await(int number, long delayMs) implements SlotPoolEffect {}

    /**
     * All slots are there.
     *
     * @param slots as many as are needed, in order
     */
    record Filled(List<PooledSlot> slots) implements SlotPoolEffect {
        public Filled {
            slots = List.copyOf(slots);
        }
    }

    /** The slots did not come in time. The message says which and what to do. */
    record Missing(String message) implements SlotPoolEffect {}

    /** Give slots back to their TaskManagers. */
    record Free(List<PooledSlot> slots) implements SlotPoolEffect {
        public Free {
            slots = List.copyOf(slots);
        }
    }
}
