package dev.millstream.jobmanager.resourcemanager.slots;

import dev.millstream.api.common.JobID;
import dev.millstream.platform.random.Randomness;
import dev.millstream.protocol.id.AllocationID;
import dev.millstream.protocol.id.ResourceID;
import dev.millstream.protocol.id.SlotID;
import dev.millstream.protocol.resourcemanager.RegisterTaskManager;
import dev.millstream.protocol.resourcemanager.RegistrationResponse;
import dev.millstream.protocol.resourcemanager.RequiredSlots;
import dev.millstream.protocol.resourcemanager.SlotStatus;
import dev.millstream.protocol.resourcemanager.TaskManagerInfo;
import dev.millstream.rpc.fencing.Epoch;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.TreeMap;
import java.util.TreeSet;

/**
 * Knows every slot, and grants them to jobs: to a job all that it still needs at once or none, so
 * that two jobs never wait for each other's slots; to jobs in the order of their first declaration.
 * A later job that needs less may overtake one that waits. Pure but for the random allocation ids.
 * Not thread-safe: belongs to the ResourceManager's main thread.
 */
public final class SlotManager {
    private final SlotManagerSettings settings;
    private final Randomness randomness;
    private final SlotBooks books = new SlotBooks();
    private final TreeMap<JobID, JobEntry> jobs = new TreeMap<>();
    private final LinkedHashMap<JobID, JobEntry> declared = new LinkedHashMap<>();
    private final List<SlotEffect> effects = new ArrayList<>();

    public SlotManager(SlotManagerSettings settings, Randomness randomness) {
        this.settings = settings;
        this.randomness = randomness;
    }

    /** Decides what follows from an event. */
    public List<SlotEffect> on(SlotEvent event, long nowMs) {
        switch (event) {
            case SlotEvent.TaskManagerRegistered(RegisterTaskManager info, var slots) ->
                    registered(info, slots);
            case SlotEvent.TaskManagerGone(ResourceID id, long registration, String reason) ->
                    taskManagerGone(id, registration, reason);
            case SlotEvent.SlotFreed(SlotID slot, AllocationID allocation) ->
                    books.under(slot, allocation).ifPresent(this::freed);
            case SlotEvent.SlotRequestAnswered(SlotID slot, var allocation, var answer) ->
                    books.under(slot, allocation).ifPresent(found -> answered(found, answer));
            case SlotEvent.ReleaseAcknowledged(SlotID slot, AllocationID allocation) ->
                    books.orphan(slot, allocation).ifPresent(this::rest);
            case SlotEvent.OrphanDue(SlotID slot, AllocationID allocation) ->
                    books.orphan(slot, allocation).ifPresent(this::release);
            case SlotEvent.RestOver(SlotID slot, int rest) ->
                    books.find(slot)
                            .filter(found -> found.isResting(rest))
                            .ifPresent(ManagedSlot::free);
            case SlotEvent.JobMasterRegistered(JobID job, Epoch epoch, String address) ->
                    jobMasterRegistered(new JobEntry(job, epoch, address));
            case SlotEvent.JobMasterGone(JobID job, Epoch epoch, String reason) ->
                    jobMasterGone(job, epoch, reason);
            case SlotEvent.SlotsDeclared(RequiredSlots required, Epoch epoch) ->
                    entry(required.job(), epoch).ifPresent(job -> declare(job, required.count()));
            case SlotEvent.RequirementCheck(JobID job, Epoch epoch) ->
                    entry(job, epoch).ifPresent(this::check);
            case SlotEvent.ProviderRefused(JobID job, Epoch epoch) ->
                    entry(job, epoch).ifPresent(JobEntry::tell);
        }
        grantAll();
        tellAll();
        List<SlotEffect> result = List.copyOf(effects);
        effects.clear();
        return result;
    }

    /** How a TaskManager that wants to join is answered. */
    public RegistrationResponse welcome(RegisterTaskManager info, List<SlotStatus> slots) {
        return books.welcome(info, slots);
    }

    /** Number of the last registration of a TaskManager that is here. */
    public OptionalLong registration(ResourceID taskManager) {
        return books.registration(taskManager);
    }

    /** Whether this is the last registration of a TaskManager that is here. */
    public boolean isRegistered(ResourceID taskManager, long registration) {
        return books.registration(taskManager).equals(OptionalLong.of(registration));
    }

    /** Whether a JobMaster of the same job with a higher epoch has been seen. */
    public boolean isOutdated(JobID job, Epoch epoch) {
        JobEntry entry = jobs.get(job);
        return entry != null && entry.epoch().compareTo(epoch) > 0;
    }

    /** Whether this incarnation of a job's JobMaster is the registered one. */
    public boolean isRegistered(JobID job, Epoch epoch) {
        return entry(job, epoch).isPresent();
    }

    /** The registered TaskManagers, by id. */
    public List<TaskManagerInfo> taskManagers() {
        return books.infos();
    }

    /** How many slots jobs need and have not been granted. */
    public int waitingSlots() {
        return declared.values().stream().mapToInt(this::waitingSlots).sum();
    }

    private int waitingSlots(JobEntry job) {
        return Math.max(0, job.required() - books.servingCount(job));
    }

    /** Every slot with its state, by TaskManager and index. */
    public List<SlotView> slots() {
        return books.slots().stream().map(slot -> new SlotView(slot.id(), slot.state())).toList();
    }

    /** A slot as it is now. */
    public record SlotView(SlotID slot, SlotState state) {}

    private Optional<JobEntry> entry(JobID job, Epoch epoch) {
        return Optional.ofNullable(jobs.get(job)).filter(entry -> entry.epoch().equals(epoch));
    }

    private void registered(RegisterTaskManager info, List<SlotStatus> statuses) {
        books.add(info);
        for (SlotStatus status : statuses) {
            books.find(status.slot()).ifPresent(slot -> reconcile(slot, status.owner()));
        }
    }

    /**
     * The TaskManager knows who is in its slots, and refuses what was requested under an earlier
     * registration: a request that it doesn't tell of is void.
     */
    private void reconcile(ManagedSlot slot, Optional<SlotStatus.Owner> reported) {
        if (reported.isEmpty()) {
            slot.free();
            return;
        }
        SlotStatus.Owner owner = reported.get();
        if (slot.isUnder(owner.allocation())) {
            if (slot.state() instanceof SlotState.Requested) {
                slot.grant();
            }
            return;
        }
        slot.discoverOrphan(new SlotOwner(owner.job(), owner.jobMaster(), owner.allocation()));
        Optional<JobEntry> job = entry(owner.job(), owner.jobMaster());
        if (job.isEmpty()) {
            effects.add(orphanDue(slot, owner.allocation()));
        } else if (books.servingCount(job.get()) < job.get().required()) {
            slot.grant();
        } else {
            release(slot);
        }
    }

    private void taskManagerGone(ResourceID id, long registration, String reason) {
        if (!isRegistered(id, registration)) {
            return;
        }
        TreeSet<JobID> affected = new TreeSet<>();
        for (ManagedSlot slot : books.remove(id)) {
            slot.owner().map(SlotOwner::job).ifPresent(affected::add);
        }
        for (JobID job : affected) {
            JobEntry entry = jobs.get(job);
            if (entry != null) {
                effects.add(
                        new SlotEffect.TellTaskManagerGone(
                                job, entry.epoch(), id, registration, reason));
                checkLater(entry);
            }
        }
        // Those that wait for more slots than there were free ones have counted on it, too.
        declared.values().stream()
                .filter(job -> waitingSlots(job) > 0 && !affected.contains(job.id()))
                .forEach(this::checkLater);
    }

    private void answered(ManagedSlot slot, SlotEvent.Answer answer) {
        if (!(slot.state() instanceof SlotState.Requested)) {
            return;
        }
        switch (answer) {
            case ACCEPTED -> slot.grant();
            case REFUSED -> rest(slot);
            case UNKNOWN -> {
                slot.orphan();
                release(slot);
            }
        }
    }

    /**
     * A slot that its job still wants is not granted again at once, lest that go round for ever.
     */
    private void freed(ManagedSlot slot) {
        SlotOwner owner = slot.owner().orElseThrow();
        boolean wanted =
                entry(owner.job(), owner.jobMaster())
                        .filter(job -> !slot.isOrphaned())
                        .filter(job -> books.servingCount(job) <= job.required())
                        .isPresent();
        if (wanted) {
            rest(slot);
        } else {
            slot.free();
        }
    }

    private void rest(ManagedSlot slot) {
        int rest = slot.rest();
        effects.add(
                new SlotEffect.Later(
                        settings.retryDelayMs(), new SlotEvent.RestOver(slot.id(), rest)));
    }

    private void release(ManagedSlot slot) {
        SlotOwner owner = slot.owner().orElseThrow();
        effects.add(
                new SlotEffect.ReleaseSlot(
                        slot.id(), owner, "JobMaster " + owner.jobMaster() + " no longer has it"));
        effects.add(orphanDue(slot, owner.allocation()));
    }

    private SlotEffect orphanDue(ManagedSlot slot, AllocationID allocation) {
        return new SlotEffect.Later(
                settings.orphanTimeoutMs(), new SlotEvent.OrphanDue(slot.id(), allocation));
    }

    private void jobMasterRegistered(JobEntry entry) {
        JobEntry known = jobs.get(entry.id());
        if (known != null && known.epoch().compareTo(entry.epoch()) >= 0) {
            return;
        }
        if (known != null) {
            jobMasterGone(known.id(), known.epoch(), "It was replaced by " + entry.epoch());
        }
        jobs.put(entry.id(), entry);
        for (ManagedSlot slot : books.slots()) {
            boolean own =
                    slot.owner()
                            .filter(owner ->
                                    owner.job().equals(entry.id())
                                            && owner.jobMaster().equals(entry.epoch()))
                            .isPresent();
            if (slot.isOrphaned() && own) {
                slot.grant();
            }
        }
    }

    private void jobMasterGone(JobID job, Epoch epoch, String reason) {
        entry(job, epoch)
                .ifPresent(entry -> {
                    jobs.remove(job);
                    declared.remove(job);
                });
        TreeSet<ResourceID> holders = new TreeSet<>();
        for (ManagedSlot slot : books.slots()) {
            Optional<SlotOwner> owner =
                    slot.owner()
                            .filter(some ->
                                    some.job().equals(job)
                                            && some.jobMaster().compareTo(epoch) <= 0);
            if (owner.isPresent() && !slot.isOrphaned()) {
                slot.orphan();
                holders.add(slot.id().taskManager());
                effects.add(orphanDue(slot, owner.get().allocation()));
            }
        }
        holders.forEach(holder -> effects.add(new SlotEffect.DropJob(holder, job, epoch, reason)));
    }

    private void declare(JobEntry job, int count) {
        job.require(count);
        if (count == 0) {
            declared.remove(job.id());
        } else {
            declared.put(job.id(), job);
            checkLater(job);
        }
    }

    private void checkLater(JobEntry job) {
        effects.add(
                new SlotEffect.Later(
                        settings.requirementCheckDelayMs(),
                        new SlotEvent.RequirementCheck(job.id(), job.epoch())));
    }

    private void check(JobEntry job) {
        int missing = job.required() - books.available(job);
        if (missing > 0) {
            effects.add(new SlotEffect.AskProvider(job.id(), job.epoch(), missing));
        }
    }

    private void grantAll() {
        for (JobEntry job : declared.values()) {
            int missing = job.required() - books.servingCount(job);
            List<ManagedSlot> free = books.free();
            if (missing <= 0 || missing > free.size()) {
                continue;
            }
            for (ManagedSlot slot : free.subList(0, missing)) {
                AllocationID allocation =
                        new AllocationID(randomness.nextLong(), randomness.nextLong());
                SlotOwner owner = new SlotOwner(job.id(), job.epoch(), allocation);
                slot.request(owner);
                effects.add(new SlotEffect.RequestSlot(slot.id(), owner, job.address()));
            }
        }
    }

    private void tellAll() {
        for (JobEntry job : declared.values()) {
            int available = books.available(job);
            if (available < job.required() && job.isNews(available)) {
                effects.add(new SlotEffect.NotifyNotEnough(job.id(), job.epoch(), available));
            }
        }
    }
}
