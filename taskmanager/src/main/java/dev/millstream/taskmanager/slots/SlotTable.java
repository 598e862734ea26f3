package dev.millstream.taskmanager.slots;

import dev.millstream.api.common.JobID;
import dev.millstream.protocol.id.AllocationID;
import dev.millstream.protocol.id.ExecutionAttemptID;
import dev.millstream.protocol.id.ResourceID;
import dev.millstream.protocol.id.SlotID;
import dev.millstream.protocol.jobmaster.SlotOffer;
import dev.millstream.protocol.resourcemanager.SlotStatus;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.TreeSet;

/**
 * The slots of one TaskManager. Each is at any time free, or belongs to exactly one allocation:
 *
 * <ul>
 *   <li>free → allocated: the ResourceManager requests it for a job;
 *   <li>allocated → active: the JobMaster accepts it, or runs a task in it;
 *   <li>allocated → free: refused, or neither accepted nor used until the timeout;
 *   <li>active → releasing → free: taken away; its tasks are failed, and it is free when the last
 *       one has ended (at once when there is none).
 * </ul>
 *
 * <p>Memory is divided equally; a slot has its share whether it uses it or not. Not thread-safe:
 * belongs to the main thread of its TaskExecutor.
 */
public final class SlotTable {
    private static final SlotState FREE = new SlotState.Free();

    private final ResourceID taskManager;
    private final long shareBytes;
    private final long timeoutMs;
    private final List<Slot> slots = new ArrayList<>();

    /**
     * @param slotCount at least 1
     * @param managedMemoryBytes of all slots together
     * @param timeoutMs how long a slot may be allocated without being accepted or used
     */
    public SlotTable(
            ResourceID taskManager, int slotCount, long managedMemoryBytes, long timeoutMs) {
        if (slotCount < 1) {
            throw new IllegalArgumentException(
                    "A TaskManager needs at least 1 slot, but has " + slotCount);
        }
        this.taskManager = taskManager;
        this.shareBytes = managedMemoryBytes / slotCount;
        this.timeoutMs = timeoutMs;
        for (int index = 0; index < slotCount; index++) {
            slots.add(new Slot(new SlotID(taskManager, index)));
        }
    }

    /** Decides what follows from an event. */
    public List<SlotEffect> on(SlotEvent event, long nowMs) {
        return switch (event) {
            case SlotEvent.Requested requested -> requested(requested, nowMs);
            case SlotEvent.Accepted(AllocationID allocation) -> accepted(allocation);
            case SlotEvent.Released(AllocationID allocation, String reason) ->
                    released(allocation, reason);
            case SlotEvent.TaskStarted(AllocationID allocation, ExecutionAttemptID attempt) ->
                    taskStarted(allocation, attempt);
            case SlotEvent.TaskEnded(AllocationID allocation, ExecutionAttemptID attempt) ->
                    taskEnded(allocation, attempt);
            case SlotEvent.TimeoutDue(AllocationID allocation) -> timeoutDue(allocation, nowMs);
        };
    }

    /** The memory of one slot. */
    public long shareBytes() {
        return shareBytes;
    }

    /** Why a task of the job can't run under the allocation; empty when it can. */
    public Optional<String> refusal(JobID job, AllocationID allocation) {
        Optional<Slot> slot = find(allocation);
        if (slot.isEmpty()) {
            return Optional.of(
                    "TaskManager " + taskManager + " has no slot under allocation " + allocation);
        }
        return switch (slot.get().state) {
            case SlotState.Free() -> throw new IllegalStateException("A free slot has an owner");
            case SlotState.Releasing releasing ->
                    Optional.of(
                            "Slot " + slot.get().id + " is being released: " + releasing.reason());
            case SlotState.Allocated allocated -> foreign(slot.get(), allocated.job(), job);
            case SlotState.Active active -> foreign(slot.get(), active.job(), job);
        };
    }

    private static Optional<String> foreign(Slot slot, JobID owner, JobID job) {
        return owner.equals(job)
                ? Optional.empty()
                : Optional.of("Slot " + slot.id + " belongs to job " + owner + ", not to " + job);
    }

    /** The slots that are granted to a job and not accepted yet. */
    public List<SlotOffer> offers(JobID job) {
        List<SlotOffer> offers = new ArrayList<>();
        for (Slot slot : slots) {
            if (slot.state instanceof SlotState.Allocated allocated
                    && allocated.job().equals(job)) {
                offers.add(new SlotOffer(allocated.allocation(), slot.id, shareBytes));
            }
        }
        return List.copyOf(offers);
    }

    /** The allocations that a job has here, being released ones among them. */
    public List<AllocationID> allocations(JobID job) {
        List<AllocationID> allocations = new ArrayList<>();
        for (Slot slot : slots) {
            if (slot.state instanceof SlotState.Owned owned && owned.job().equals(job)) {
                allocations.add(owned.allocation());
            }
        }
        return List.copyOf(allocations);
    }

    /** All slots with their owners, by index: what a registration tells. */
    public List<SlotStatus> report() {
        List<SlotStatus> report = new ArrayList<>();
        for (Slot slot : slots) {
            Optional<SlotStatus.Owner> owner =
                    slot.state instanceof SlotState.Owned owned
                            ? Optional.of(
                                    new SlotStatus.Owner(
                                            owned.job(), owned.allocation(), owned.jobMaster()))
                            : Optional.empty();
            report.add(new SlotStatus(slot.id, owner));
        }
        return List.copyOf(report);
    }

    private List<SlotEffect> requested(SlotEvent.Requested event, long nowMs) {
        if (event.index() < 0 || event.index() >= slots.size()) {
            return List.of(
                    new SlotEffect.Refuse(
                            "TaskManager "
                                    + taskManager
                                    + " has slots 0 to "
                                    + (slots.size() - 1)
                                    + ", not "
                                    + event.index()));
        }
        Slot slot = slots.get(event.index());
        SlotEffect grant = new SlotEffect.Grant(slot.id, event.job(), event.allocation());
        if (slot.state instanceof SlotState.Owned owned) {
            boolean repeated =
                    owned.allocation().equals(event.allocation())
                            && !(owned instanceof SlotState.Releasing);
            return List.of(repeated ? grant : taken(slot, owned));
        }
        slot.state =
                new SlotState.Allocated(
                        event.job(), event.allocation(), event.jobMaster(), nowMs + timeoutMs);
        return List.of(grant, new SlotEffect.StartTimeout(event.allocation(), timeoutMs));
    }

    private static SlotEffect taken(Slot slot, SlotState.Owned owned) {
        return new SlotEffect.Refuse(
                "Slot "
                        + slot.id
                        + " is taken by allocation "
                        + owned.allocation()
                        + " of job "
                        + owned.job()
                        + (owned instanceof SlotState.Releasing releasing
                                ? ", which is being released: " + releasing.reason()
                                : ""));
    }

    private List<SlotEffect> accepted(AllocationID allocation) {
        return find(allocation).map(Slot::activate).orElseGet(List::of);
    }

    private List<SlotEffect> released(AllocationID allocation, String reason) {
        Optional<Slot> found = find(allocation);
        if (found.isEmpty()
                || !(found.get().state instanceof SlotState.Owned owned)
                || owned instanceof SlotState.Releasing) {
            return List.of();
        }
        Slot slot = found.get();
        if (slot.tasks.isEmpty()) {
            return slot.free(reason);
        }
        slot.state = new SlotState.Releasing(owned.job(), allocation, owned.jobMaster(), reason);
        return List.of(new SlotEffect.FailTasks(List.copyOf(slot.tasks), reason));
    }

    private List<SlotEffect> taskStarted(AllocationID allocation, ExecutionAttemptID attempt) {
        Optional<String> refusal = refusal(attempt.job(), allocation);
        if (refusal.isPresent()) {
            throw new IllegalStateException("Task " + attempt + " was started: " + refusal.get());
        }
        Slot slot = find(allocation).orElseThrow();
        slot.tasks.add(attempt);
        return slot.activate();
    }

    private List<SlotEffect> taskEnded(AllocationID allocation, ExecutionAttemptID attempt) {
        Optional<Slot> found = find(allocation);
        if (found.isEmpty()) {
            return List.of();
        }
        Slot slot = found.get();
        slot.tasks.remove(attempt);
        return slot.tasks.isEmpty() && slot.state instanceof SlotState.Releasing releasing
                ? slot.free(releasing.reason())
                : List.of();
    }

    private List<SlotEffect> timeoutDue(AllocationID allocation, long nowMs) {
        Optional<Slot> found = find(allocation);
        if (found.isEmpty()
                || !(found.get().state instanceof SlotState.Allocated allocated)
                || nowMs < allocated.deadlineMs()) {
            return List.of();
        }
        return released(
                allocation,
                "its job neither accepted nor used it within "
                        + timeoutMs
                        + " ms ("
                        + "taskmanager.slot.timeout)");
    }

    private Optional<Slot> find(AllocationID allocation) {
        for (Slot slot : slots) {
            if (slot.state instanceof SlotState.Owned owned
                    && owned.allocation().equals(allocation)) {
                return Optional.of(slot);
            }
        }
        return Optional.empty();
    }

    private static final class Slot {
        final SlotID id;
        final TreeSet<ExecutionAttemptID> tasks = new TreeSet<>();
        SlotState state = FREE;

        Slot(SlotID id) {
            this.id = id;
        }

        List<SlotEffect> activate() {
            if (!(state instanceof SlotState.Allocated allocated)) {
                return List.of();
            }
            state =
                    new SlotState.Active(
                            allocated.job(), allocated.allocation(), allocated.jobMaster());
            return List.of(new SlotEffect.StopTimeout(allocated.allocation()));
        }

        List<SlotEffect> free(String reason) {
            if (!(state instanceof SlotState.Owned owned)) {
                throw new IllegalStateException("Slot " + id + " is freed, but is free");
            }
            state = FREE;
            SlotEffect announce =
                    new SlotEffect.AnnounceFree(id, owned.job(), owned.allocation(), reason);
            return owned instanceof SlotState.Allocated
                    ? List.of(new SlotEffect.StopTimeout(owned.allocation()), announce)
                    : List.of(announce);
        }
    }
}
