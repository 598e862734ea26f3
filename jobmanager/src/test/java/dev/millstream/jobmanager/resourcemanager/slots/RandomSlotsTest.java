package dev.millstream.jobmanager.resourcemanager.slots;

import static org.assertj.core.api.Assertions.assertThat;

import dev.millstream.api.common.JobID;
import dev.millstream.jobmanager.fixture.ManualPlatform;
import dev.millstream.platform.link.Address;
import dev.millstream.protocol.id.AllocationID;
import dev.millstream.protocol.id.ResourceID;
import dev.millstream.protocol.id.SlotID;
import dev.millstream.protocol.resourcemanager.RegisterTaskManager;
import dev.millstream.protocol.resourcemanager.RequiredSlots;
import dev.millstream.protocol.resourcemanager.SlotStatus;
import dev.millstream.rpc.fencing.Epoch;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.TreeMap;
import java.util.TreeSet;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * TaskManagers and jobs that come, go and lose messages at random. Each slot has one owner at most,
 * in the books and at its TaskManager; and once nothing is lost any more, jobs get what there is.
 */
class RandomSlotsTest {
    @ParameterizedTest
    @ValueSource(ints = {0, 1, 2, 3})
    void shouldKeepItsInvariantsAndServeJobsInTheEnd(int block) {
        for (int i = 0; i < 100; i++) {
            new Run(block * 1_000L + i).play();
        }
    }

    private static final class Run {
        private final long seed;
        private final Random random;
        private final SlotManager slots =
                new SlotManager(
                        new SlotManagerSettings(50, 1_000, 20), new ManualPlatform().randomness());
        private final List<SlotEvent> timers = new ArrayList<>();
        private final List<SlotEffect> messages = new ArrayList<>();

        /** What TaskManagers have in their slots. */
        private final TreeMap<SlotID, SlotOwner> truth = new TreeMap<>();

        private final TreeMap<ResourceID, Integer> taskManagers = new TreeMap<>();
        private final TreeMap<JobID, Epoch> jobs = new TreeMap<>();
        private final TreeMap<JobID, Integer> required = new TreeMap<>();
        private int names;
        private long registrations;
        private boolean reliable;

        Run(long seed) {
            this.seed = seed;
            this.random = new Random(seed);
        }

        void play() {
            for (int step = 0; step < 300; step++) {
                act();
                check();
            }
            heal();
        }

        private void act() {
            switch (random.nextInt(10)) {
                case 0 -> startTaskManager();
                case 1 -> stopTaskManager();
                case 2 -> startJob();
                case 3 -> stopJob();
                case 4 -> pick(jobs.keySet()).ifPresent(job -> declare(job, random.nextInt(5)));
                case 5 -> {
                    if (!timers.isEmpty()) {
                        on(timers.remove(random.nextInt(timers.size())));
                    }
                }
                default -> deliver();
            }
        }

        private void startTaskManager() {
            if (taskManagers.size() < 4) {
                ResourceID id = new ResourceID("tm-" + names++);
                taskManagers.put(id, 1 + random.nextInt(3));
                register(id);
            }
        }

        private void register(ResourceID id) {
            int count = taskManagers.getOrDefault(id, 0);
            List<SlotStatus> statuses = new ArrayList<>();
            for (int index = 0; index < count; index++) {
                SlotID slot = new SlotID(id, index);
                statuses.add(
                        new SlotStatus(
                                slot,
                                Optional.ofNullable(truth.get(slot))
                                        .map(owner ->
                                                new SlotStatus.Owner(
                                                        owner.job(),
                                                        owner.allocation(),
                                                        owner.jobMaster()))));
            }
            on(
                    new SlotEvent.TaskManagerRegistered(
                            new RegisterTaskManager(
                                    id, "a", new Address("h", 1), "h", count, 1, ++registrations),
                            statuses));
        }

        private void stopTaskManager() {
            if (random.nextInt(3) == 0) {
                pick(taskManagers.keySet())
                        .ifPresent(id -> {
                            slots.registration(id)
                                    .ifPresent(known ->
                                            on(new SlotEvent.TaskManagerGone(id, known, "random")));
                            // Its link broke: nothing of before arrives after.
                            messages.removeIf(message -> isTo(message, id));
                            if (random.nextBoolean()) {
                                register(id);
                            } else {
                                taskManagers.remove(id);
                                truth.keySet().removeIf(slot -> slot.taskManager().equals(id));
                            }
                        });
            }
        }

        private static boolean isTo(SlotEffect message, ResourceID id) {
            return switch (message) {
                case SlotEffect.RequestSlot request -> request.slot().taskManager().equals(id);
                case SlotEffect.ReleaseSlot release -> release.slot().taskManager().equals(id);
                case SlotEffect.DropJob drop -> drop.taskManager().equals(id);
                case SlotEffect.TellTaskManagerGone _,
                        SlotEffect.NotifyNotEnough _,
                        SlotEffect.AskProvider _,
                        SlotEffect.Later _ ->
                        false;
            };
        }

        private void startJob() {
            JobID job = new JobID(0, random.nextInt(4));
            int incarnation = Optional.ofNullable(jobs.get(job)).map(Epoch::incarnation).orElse(-1);
            Epoch epoch = new Epoch(names++, incarnation + 1);
            jobs.put(job, epoch);
            required.put(job, 0);
            on(new SlotEvent.JobMasterRegistered(job, epoch, "j"));
        }

        private void stopJob() {
            pick(jobs.keySet())
                    .ifPresent(job -> {
                        Epoch epoch = Optional.ofNullable(jobs.remove(job)).orElseThrow();
                        required.remove(job);
                        on(new SlotEvent.JobMasterGone(job, epoch, "random"));
                    });
        }

        private void declare(JobID job, int count) {
            Epoch epoch = Optional.ofNullable(jobs.get(job)).orElseThrow();
            required.put(job, count);
            on(new SlotEvent.SlotsDeclared(new RequiredSlots(job, "j", count), epoch));
        }

        private <T> Optional<T> pick(Iterable<T> from) {
            List<T> all = new ArrayList<>();
            from.forEach(all::add);
            return all.isEmpty()
                    ? Optional.empty()
                    : Optional.of(all.get(random.nextInt(all.size())));
        }

        /** Delivers the oldest message, or loses it. */
        private void deliver() {
            if (messages.isEmpty()) {
                return;
            }
            boolean lost = !reliable && random.nextInt(4) == 0;
            switch (messages.removeFirst()) {
                case SlotEffect.RequestSlot request -> requested(request, lost);
                case SlotEffect.ReleaseSlot release -> {
                    if (!lost) {
                        released(release);
                    }
                }
                case SlotEffect.DropJob drop -> {
                    if (!lost) {
                        dropped(drop);
                    }
                }
                case SlotEffect.TellTaskManagerGone _,
                        SlotEffect.NotifyNotEnough _,
                        SlotEffect.AskProvider _,
                        SlotEffect.Later _ -> {}
            }
        }

        private void requested(SlotEffect.RequestSlot request, boolean lost) {
            boolean there = taskManagers.containsKey(request.slot().taskManager());
            boolean accepted = there && !truth.containsKey(request.slot());
            if (accepted && (!lost || random.nextBoolean())) {
                truth.put(request.slot(), request.owner());
            }
            SlotEvent.Answer answer =
                    lost || !there
                            ? SlotEvent.Answer.UNKNOWN
                            : accepted ? SlotEvent.Answer.ACCEPTED : SlotEvent.Answer.REFUSED;
            on(
                    new SlotEvent.SlotRequestAnswered(
                            request.slot(), request.owner().allocation(), answer));
        }

        private void released(SlotEffect.ReleaseSlot release) {
            AllocationID allocation = release.owner().allocation();
            SlotOwner owner = truth.get(release.slot());
            boolean freed = owner != null && owner.allocation().equals(allocation);
            if (freed) {
                truth.remove(release.slot());
            }
            if (taskManagers.containsKey(release.slot().taskManager())) {
                on(new SlotEvent.ReleaseAcknowledged(release.slot(), allocation));
                if (freed) {
                    on(new SlotEvent.SlotFreed(release.slot(), allocation));
                }
            }
        }

        private void dropped(SlotEffect.DropJob drop) {
            for (SlotID slot : List.copyOf(truth.keySet())) {
                SlotOwner owner = Optional.ofNullable(truth.get(slot)).orElseThrow();
                if (slot.taskManager().equals(drop.taskManager())
                        && owner.job().equals(drop.job())
                        && owner.jobMaster().compareTo(drop.jobMaster()) <= 0) {
                    truth.remove(slot);
                    on(new SlotEvent.SlotFreed(slot, owner.allocation()));
                }
            }
        }

        private void on(SlotEvent event) {
            for (SlotEffect effect : slots.on(event, 0)) {
                if (effect instanceof SlotEffect.Later later) {
                    timers.add(later.event());
                } else {
                    messages.add(effect);
                }
            }
        }

        private void check() {
            TreeSet<AllocationID> allocations = new TreeSet<>();
            for (SlotManager.SlotView view : slots.slots()) {
                SlotOwner owner =
                        switch (view.state()) {
                            case SlotState.Requested(SlotOwner some) -> some;
                            case SlotState.Granted(SlotOwner some) -> {
                                assertThat(truth.get(view.slot()))
                                        .as("seed %s: %s", seed, view)
                                        .isEqualTo(some);
                                yield some;
                            }
                            case SlotState.Orphaned(SlotOwner some) -> some;
                            case SlotState.Free(), SlotState.Resting() -> null;
                        };
                if (owner != null) {
                    assertThat(allocations.add(owner.allocation()))
                            .as("seed %s: %s", seed, view)
                            .isTrue();
                }
            }
        }

        /**
         * Nothing is lost any more: all that isn't wanted is freed, and jobs get what they need.
         */
        private void heal() {
            reliable = true;
            for (int round = 0; round < 60; round++) {
                while (!messages.isEmpty()) {
                    deliver();
                    check();
                }
                List<SlotEvent> due = List.copyOf(timers);
                timers.clear();
                due.forEach(this::on);
                check();
            }
            TreeMap<JobID, Integer> had = new TreeMap<>();
            int free = 0;
            for (SlotManager.SlotView view : slots.slots()) {
                switch (view.state()) {
                    case SlotState.Granted(SlotOwner owner) -> {
                        assertThat(jobs.get(owner.job()))
                                .as("seed %s", seed)
                                .isEqualTo(owner.jobMaster());
                        had.merge(owner.job(), 1, Integer::sum);
                    }
                    case SlotState.Free() -> free++;
                    case SlotState.Requested _, SlotState.Orphaned _, SlotState.Resting _ ->
                            throw new AssertionError("seed " + seed + ": at rest " + view);
                }
            }
            for (JobID job : required.keySet()) {
                int missing = required.getOrDefault(job, 0) - had.getOrDefault(job, 0);
                assertThat(missing <= 0 || missing > free)
                        .as("seed %s: job %s misses %s, %s are free", seed, job, missing, free)
                        .isTrue();
            }
        }
    }
}
