package dev.millstream.jobmanager.jobmaster.slotpool;

import dev.millstream.protocol.id.AllocationID;
import dev.millstream.protocol.id.ResourceID;
import dev.millstream.protocol.jobmaster.SlotOffer;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * A job's slots: those that TaskManagers offered and it accepted. Never more than it needs. Pure.
 *
 * <ul>
 *   <li>IDLE → WAITING: slots are wanted and not all there;
 *   <li>WAITING → IDLE: all are there, or the time is over, or nobody wants them any more;
 *   <li>any → CLOSED: the job has ended; offers are refused from now on.
 * </ul>
 */
public final class SlotPool {
    private enum State {
        IDLE,
        WAITING,
        CLOSED
    }

    private final String jobName;
    private final List<GroupRequirement> requirements;
    private final int needed;
    private final long timeoutMs;
    private final TreeMap<AllocationID, PooledSlot> slots = new TreeMap<>();
    private State state = State.IDLE;
    private int waits;
    private int available;

    /**
     * @param jobName for messages
     * @param requirements in the order in which groups get slots
     * @param timeoutMs how long a job waits for its slots
     */
    public SlotPool(String jobName, List<GroupRequirement> requirements, long timeoutMs) {
        this.jobName = jobName;
        this.requirements = List.copyOf(requirements);
        this.needed = requirements.stream().mapToInt(GroupRequirement::slots).sum();
        this.timeoutMs = timeoutMs;
    }

    /** Decides what follows from an event. */
    public List<SlotPoolEffect> on(SlotPoolEvent event, long nowMs) {
        return switch (event) {
            case SlotPoolEvent.Wanted() -> wanted();
            case SlotPoolEvent.NoLongerWanted() -> noLongerWanted();
            case SlotPoolEvent.Offered(ResourceID _, List<SlotOffer> offers) -> offered(offers);
            case SlotPoolEvent.TaskManagerLost(ResourceID taskManager) -> lost(taskManager);
            case SlotPoolEvent.Unusable(AllocationID allocation) -> unusable(allocation);
            case SlotPoolEvent.NotEnough(int count) -> notEnough(count);
            case SlotPoolEvent.TimedOut(int number) -> timedOut(number);
            case SlotPoolEvent.Closed() -> closed();
        };
    }

    /** Whether the job has the slot. */
    public boolean holds(AllocationID allocation) {
        return slots.containsKey(allocation);
    }

    /** Whether the job has a slot of the TaskManager. */
    public boolean holdsFrom(ResourceID taskManager) {
        return slots.values().stream()
                .anyMatch(slot -> slot.slot().taskManager().equals(taskManager));
    }

    /** How many slots the job needs in all. */
    public int needed() {
        return needed;
    }

    private List<SlotPoolEffect> wanted() {
        if (state == State.CLOSED) {
            throw new IllegalStateException("The slot pool of job " + jobName + " is closed");
        }
        state = State.WAITING;
        waits++;
        available = 0;
        List<SlotPoolEffect> effects = new ArrayList<>();
        effects.add(new SlotPoolEffect.Declare(needed));
        if (slots.size() < needed) {
            effects.add(new SlotPoolEffect.Await(waits, timeoutMs));
        }
        effects.addAll(fillIfComplete());
        return effects;
    }

    private List<SlotPoolEffect> noLongerWanted() {
        if (state == State.WAITING) {
            state = State.IDLE;
        }
        return List.of();
    }

    private List<SlotPoolEffect> offered(List<SlotOffer> offers) {
        if (state == State.CLOSED) {
            return List.of();
        }
        for (SlotOffer offer : offers) {
            forgetEarlierAllocation(offer);
            if (slots.size() < needed) {
                slots.put(offer.allocation(), new PooledSlot(offer.slot(), offer.allocation()));
            }
        }
        return fillIfComplete();
    }

    /** A slot that is offered under another allocation was taken away in between. */
    private void forgetEarlierAllocation(SlotOffer offer) {
        slots.values()
                .removeIf(slot ->
                        slot.slot().equals(offer.slot())
                                && !slot.allocation().equals(offer.allocation()));
    }

    private List<SlotPoolEffect> unusable(AllocationID allocation) {
        PooledSlot slot = slots.remove(allocation);
        return slot == null ? List.of() : List.of(new SlotPoolEffect.Free(List.of(slot)));
    }

    private List<SlotPoolEffect> fillIfComplete() {
        if (state != State.WAITING || slots.size() < needed) {
            return List.of();
        }
        state = State.IDLE;
        return List.of(new SlotPoolEffect.Filled(sorted(slots.values())));
    }

    private List<SlotPoolEffect> lost(ResourceID taskManager) {
        slots.values().removeIf(slot -> slot.slot().taskManager().equals(taskManager));
        return List.of();
    }

    private List<SlotPoolEffect> notEnough(int count) {
        available = count;
        return List.of();
    }

    private List<SlotPoolEffect> timedOut(int number) {
        if (state != State.WAITING || number != waits) {
            return List.of();
        }
        state = State.IDLE;
        return List.of(new SlotPoolEffect.Missing(missing()));
    }

    private List<SlotPoolEffect> closed() {
        if (state == State.CLOSED) {
            return List.of();
        }
        state = State.CLOSED;
        List<PooledSlot> all = sorted(slots.values());
        slots.clear();
        return List.of(new SlotPoolEffect.Declare(0), new SlotPoolEffect.Free(all));
    }

    private String missing() {
        int had = Math.min(needed, Math.max(available, slots.size()));
        StringBuilder text = new StringBuilder("Job '").append(jobName).append("' needs ");
        text.append(slotCount(needed)).append(", but only ").append(had).append(" could be had");
        text.append(" within ").append(timeoutMs / 1000.0).append(" s (slot.request.timeout): ");
        List<String> parts = new ArrayList<>();
        for (Map.Entry<String, Integer> group : missingByGroup(had).entrySet()) {
            parts.add(
                    slotCount(group.getValue())
                            + " of slot sharing group '"
                            + group.getKey()
                            + "'");
        }
        text.append(String.join(", ", parts)).append(needed - had == 1 ? " is" : " are");
        text.append(" missing. Start more TaskManagers, give each more slots");
        text.append(" (taskmanager.numberOfTaskSlots), lower the job's parallelism,");
        return text.append(" or wait until other jobs have ended.").toString();
    }

    private Map<String, Integer> missingByGroup(int had) {
        Map<String, Integer> missing = new TreeMap<>();
        int rest = had;
        for (GroupRequirement requirement : requirements) {
            int got = Math.min(rest, requirement.slots());
            rest -= got;
            if (got < requirement.slots()) {
                missing.put(requirement.group(), requirement.slots() - got);
            }
        }
        return missing;
    }

    private static String slotCount(int count) {
        return count + (count == 1 ? " slot" : " slots");
    }

    private static List<PooledSlot> sorted(Collection<PooledSlot> slots) {
        return slots.stream().sorted().toList();
    }
}
