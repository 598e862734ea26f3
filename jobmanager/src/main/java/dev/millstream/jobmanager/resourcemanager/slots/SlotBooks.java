package dev.millstream.jobmanager.resourcemanager.slots;

import dev.millstream.protocol.id.AllocationID;
import dev.millstream.protocol.id.ResourceID;
import dev.millstream.protocol.id.SlotID;
import dev.millstream.protocol.resourcemanager.RegisterTaskManager;
import dev.millstream.protocol.resourcemanager.RegistrationResponse;
import dev.millstream.protocol.resourcemanager.SlotStatus;
import dev.millstream.protocol.resourcemanager.TaskManagerInfo;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.TreeMap;

/** The registered TaskManagers with their slots. */
final class SlotBooks {
    private final TreeMap<ResourceID, RegisterTaskManager> taskManagers = new TreeMap<>();
    private final TreeMap<SlotID, ManagedSlot> slots = new TreeMap<>();

    RegistrationResponse welcome(RegisterTaskManager info, List<SlotStatus> statuses) {
        if (info.slots() < 1 || statuses.size() != info.slots()) {
            return new RegistrationResponse.RefuseRegistration(
                    "TaskManager "
                            + info.id()
                            + " says that it has "
                            + info.slots()
                            + " slots, and tells of "
                            + statuses.size());
        }
        RegisterTaskManager known = taskManagers.get(info.id());
        if (known == null) {
            return new RegistrationResponse.AcknowledgeRegistration();
        }
        if (!known.isSame(info)) {
            return new RegistrationResponse.RefuseRegistration(
                    "The id " + info.id() + " belongs to the TaskManager at " + known.rpcAddress());
        }
        return info.registration() < known.registration()
                ? new RegistrationResponse.RefuseRegistration(
                        "TaskManager " + info.id() + " has registered again since")
                : new RegistrationResponse.AlreadyRegistered();
    }

    /** Number of the last registration of a TaskManager that is here. */
    OptionalLong registration(ResourceID id) {
        RegisterTaskManager known = taskManagers.get(id);
        return known == null ? OptionalLong.empty() : OptionalLong.of(known.registration());
    }

    void add(RegisterTaskManager info) {
        if (taskManagers.put(info.id(), info) == null) {
            for (int index = 0; index < info.slots(); index++) {
                SlotID id = new SlotID(info.id(), index);
                slots.put(id, new ManagedSlot(id));
            }
        }
    }

    /** Forgets a TaskManager; returns the slots that it had. */
    List<ManagedSlot> remove(ResourceID id) {
        List<ManagedSlot> lost = new ArrayList<>();
        if (taskManagers.remove(id) != null) {
            lost.addAll(slots.values());
            lost.removeIf(slot -> !slot.id().taskManager().equals(id));
            lost.forEach(slot -> slots.remove(slot.id()));
        }
        return lost;
    }

    List<ManagedSlot> slots() {
        return List.copyOf(slots.values());
    }

    List<ManagedSlot> free() {
        return slots.values().stream().filter(ManagedSlot::isFree).toList();
    }

    Optional<ManagedSlot> find(SlotID id) {
        return Optional.ofNullable(slots.get(id));
    }

    /** The slot, if it is under this allocation. */
    Optional<ManagedSlot> under(SlotID id, AllocationID allocation) {
        return find(id).filter(slot -> slot.isUnder(allocation));
    }

    /** The slot, if it is an orphan of this allocation. */
    Optional<ManagedSlot> orphan(SlotID id, AllocationID allocation) {
        return under(id, allocation).filter(ManagedSlot::isOrphaned);
    }

    int servingCount(JobEntry job) {
        return (int) slots.values().stream().filter(slot -> slot.serves(job)).count();
    }

    /** How many slots the job has, and could have. */
    int available(JobEntry job) {
        return servingCount(job) + free().size();
    }

    List<TaskManagerInfo> infos() {
        return taskManagers.values().stream().map(this::info).toList();
    }

    private TaskManagerInfo info(RegisterTaskManager taskManager) {
        long free =
                free().stream()
                        .filter(slot -> slot.id().taskManager().equals(taskManager.id()))
                        .count();
        return new TaskManagerInfo(
                taskManager.id(),
                taskManager.rpcAddress(),
                taskManager.host(),
                taskManager.slots(),
                (int) free,
                taskManager.managedMemoryBytes());
    }
}
