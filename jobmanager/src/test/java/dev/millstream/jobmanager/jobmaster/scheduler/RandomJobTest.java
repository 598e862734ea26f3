package dev.millstream.jobmanager.jobmaster.scheduler;

import static org.assertj.core.api.Assertions.assertThat;

import dev.millstream.graph.job.DistributionPattern;
import dev.millstream.graph.job.JobGraph;
import dev.millstream.graph.job.ResultKind;
import dev.millstream.jobmanager.fixture.Jobs;
import dev.millstream.jobmanager.jobmaster.executiongraph.Attempt;
import dev.millstream.jobmanager.jobmaster.executiongraph.AttemptStates;
import dev.millstream.jobmanager.jobmaster.executiongraph.ExecutionVertex;
import dev.millstream.jobmanager.jobmaster.executiongraph.MalformedJobException;
import dev.millstream.jobmanager.jobmaster.executiongraph.Subtask;
import dev.millstream.protocol.id.ExecutionAttemptID;
import dev.millstream.protocol.id.PartitionID;
import dev.millstream.protocol.id.ResourceID;
import dev.millstream.protocol.id.SlotID;
import dev.millstream.protocol.task.ExecutionState;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Random jobs under random, but possible, events: what always holds, and that they end. */
class RandomJobTest {
    private static final int STEPS = 400;

    @ParameterizedTest
    @ValueSource(ints = {0, 1, 2, 3, 4, 5, 6, 7})
    void shouldKeepItsInvariantsAndEnd(int block) {
        for (int i = 0; i < 60; i++) {
            long seed = block * 1_000L + i;
            new Run(seed).play();
        }
    }

    private static final class Run {
        private final long seed;
        private final Random random;
        private final SchedulerRig rig;
        private final Set<ExecutionAttemptID> running = new LinkedHashSet<>();
        private final Set<ExecutionAttemptID> toCancel = new LinkedHashSet<>();
        private final List<SchedulerEvent> timers = new ArrayList<>();
        private final TreeMap<ExecutionAttemptID, ExecutionState> states = new TreeMap<>();
        private int seen;
        private int taskManagers;

        Run(long seed) {
            this.seed = seed;
            this.random = new Random(seed);
            this.rig = new SchedulerRig(soundJob());
        }

        private JobGraph soundJob() {
            while (true) {
                JobGraph job = job();
                try {
                    JobScheduler.check(job);
                    return job;
                } catch (MalformedJobException unsound) {
                    // A region that waits for itself. Draw another.
                }
            }
        }

        private JobGraph job() {
            Jobs jobs = Jobs.job("random").option("restart-strategy.type", "fixed-delay");
            jobs.option("restart-strategy.fixed-delay.attempts", "" + random.nextInt(4));
            int vertices = 1 + random.nextInt(4);
            for (int v = 0; v < vertices; v++) {
                int parallelism = 1 + random.nextInt(4);
                String name = "v" + v;
                if (v == 0) {
                    jobs.source(name, parallelism);
                } else {
                    jobs.vertex(name, parallelism);
                    for (int from = 0; from < v; from++) {
                        if (from == v - 1 || random.nextInt(3) == 0) {
                            jobs.connect("v" + from, name, pattern(), kind());
                        }
                    }
                }
                if (random.nextInt(4) == 0) {
                    jobs.group(name, "other");
                }
            }
            return jobs.graph();
        }

        private DistributionPattern pattern() {
            return random.nextBoolean()
                    ? DistributionPattern.ALL_TO_ALL
                    : DistributionPattern.POINTWISE;
        }

        private ResultKind kind() {
            return random.nextBoolean() ? ResultKind.PIPELINED : ResultKind.BLOCKING;
        }

        void play() {
            rig.on(new SchedulerEvent.Start());
            check();
            for (int step = 0; step < STEPS && !rig.status().isGloballyTerminalState(); step++) {
                act();
                check();
            }
            heal();
            assertThat(rig.status().isGloballyTerminalState())
                    .as("seed %s: %s, %s", seed, rig.status(), rig.summary())
                    .isTrue();
            assertThat(rig.only(SchedulerEffect.JobEnded.class)).as("seed %s", seed).hasSize(1);
        }

        private void act() {
            switch (random.nextInt(12)) {
                case 0, 1 -> {
                    if (rig.slotCounts.size() < 5) {
                        rig.taskManager("tm-" + taskManagers++, 1 + random.nextInt(3));
                    }
                }
                case 2 -> {
                    if (random.nextInt(6) == 0) {
                        loseOne();
                    }
                }
                case 3 -> pick(toCancel).ifPresent(this::endCanceled);
                case 4 -> {
                    if (!timers.isEmpty() && random.nextInt(4) == 0) {
                        rig.on(timers.remove(random.nextInt(timers.size())));
                    }
                }
                case 5 -> {
                    if (random.nextInt(40) == 0) {
                        rig.on(new SchedulerEvent.CancelRequested());
                    }
                }
                case 6 ->
                        pick(running)
                                .ifPresent(id ->
                                        rig.on(
                                                new SchedulerEvent.DeployFailed(
                                                        id, "random", true)));
                default -> pick(running).ifPresent(this::advance);
            }
        }

        private Optional<ExecutionAttemptID> pick(Set<ExecutionAttemptID> from) {
            return from.isEmpty()
                    ? Optional.empty()
                    : Optional.of(List.copyOf(from).get(random.nextInt(from.size())));
        }

        private void loseOne() {
            if (rig.slotCounts.isEmpty()) {
                return;
            }
            List<ResourceID> ids = List.copyOf(rig.slotCounts.keySet());
            ResourceID lost = ids.get(random.nextInt(ids.size()));
            rig.slotCounts.remove(lost);
            List<ExecutionAttemptID> there =
                    rig.only(SchedulerEffect.Deploy.class).stream()
                            .filter(deploy -> deploy.taskManager().equals(lost))
                            .map(deploy -> deploy.task().attempt())
                            .toList();
            there.forEach(running::remove);
            there.forEach(toCancel::remove);
            rig.lose(lost.value());
        }

        private void advance(ExecutionAttemptID id) {
            ExecutionState next =
                    switch (random.nextInt(8)) {
                        case 0 -> ExecutionState.INITIALIZING;
                        case 1, 2, 3 -> ExecutionState.RUNNING;
                        case 4 ->
                                random.nextInt(8) == 0
                                        ? ExecutionState.FAILED
                                        : ExecutionState.RUNNING;
                        default ->
                                id.coordinator() ? ExecutionState.RUNNING : ExecutionState.FINISHED;
                    };
            report(id, next);
        }

        private void report(ExecutionAttemptID id, ExecutionState next) {
            if (next == ExecutionState.FINISHED) {
                partitions(id).forEach(it -> rig.on(new SchedulerEvent.PartitionReady(it)));
            }
            if (next.isTerminal()) {
                running.remove(id);
                toCancel.remove(id);
            }
            rig.report(
                    id,
                    next,
                    next == ExecutionState.FAILED
                            ? Optional.of(SchedulerRig.BOOM)
                            : Optional.empty(),
                    List.of());
        }

        private List<PartitionID> partitions(ExecutionAttemptID id) {
            return rig.scheduler.graph().vertex(id.vertex()).results().stream()
                    .filter(result -> result.kind() == ResultKind.BLOCKING)
                    .map(result -> new PartitionID(id, result.index()))
                    .toList();
        }

        private void endCanceled(ExecutionAttemptID id) {
            report(
                    id,
                    switch (random.nextInt(6)) {
                        case 0 ->
                                id.coordinator()
                                        ? ExecutionState.CANCELED
                                        : ExecutionState.FINISHED;
                        case 1 -> ExecutionState.FAILED;
                        default -> ExecutionState.CANCELED;
                    });
        }

        /** From now on everything works. */
        private void heal() {
            for (int round = 0; round < 400 && !rig.status().isGloballyTerminalState(); round++) {
                while (rig.slotCounts.size() < 8) {
                    rig.taskManager("tm-" + taskManagers++, 3);
                }
                List.copyOf(toCancel).forEach(id -> report(id, ExecutionState.CANCELED));
                check();
                for (ExecutionAttemptID id : List.copyOf(running)) {
                    report(
                            id,
                            id.coordinator() || round % 2 == 0
                                    ? ExecutionState.RUNNING
                                    : ExecutionState.FINISHED);
                    check();
                }
                List<SchedulerEvent> due = List.copyOf(timers);
                timers.clear();
                due.forEach(rig::on);
                check();
            }
        }

        private void check() {
            absorb();
            TreeMap<SlotID, TreeSet<String>> verticesBySlot = new TreeMap<>();
            for (Subtask task : rig.scheduler.graph().tasks()) {
                Attempt attempt = task.attempt();
                if (attempt.isDeployed()) {
                    SlotID slot = attempt.slot().orElseThrow().slot();
                    assertThat(rig.slotCounts).as("seed %s", seed).containsKey(slot.taskManager());
                    if (!task.isCoordinator()) {
                        assertThat(
                                        verticesBySlot
                                                .computeIfAbsent(slot, _ -> new TreeSet<>())
                                                .add(task.vertex().description().name()))
                                .as("seed %s: one subtask of a vertex in %s", seed, slot)
                                .isTrue();
                    }
                }
            }
            checkGroups();
            checkInputs();
        }

        /** A slot belongs to one group. */
        private void checkGroups() {
            TreeMap<SlotID, String> groups = new TreeMap<>();
            for (ExecutionVertex vertex : rig.scheduler.graph().vertices()) {
                for (Subtask task : vertex.subtasks()) {
                    if (task.attempt().isDeployed()) {
                        String group = vertex.description().slotSharingGroup();
                        String other =
                                groups.putIfAbsent(
                                        task.attempt().slot().orElseThrow().slot(), group);
                        assertThat(other == null || other.equals(group))
                                .as("seed %s", seed)
                                .isTrue();
                    }
                }
            }
        }

        /** What reads a pipelined result never runs without its producers having been deployed. */
        private void checkInputs() {
            for (ExecutionVertex vertex : rig.scheduler.graph().vertices()) {
                for (Subtask task : vertex.subtasks()) {
                    if (task.attempt().state() == ExecutionState.RUNNING) {
                        vertex.inputs()
                                .forEach(edge ->
                                        assertThat(edge.producer().subtasks())
                                                .as("seed %s", seed)
                                                .anyMatch(producer ->
                                                        producer.attempt().slot().isPresent()));
                    }
                }
            }
        }

        /** Every change of state is one that may follow the last. */
        private void absorb() {
            for (SchedulerEffect effect : rig.effects.subList(seen, rig.effects.size())) {
                switch (effect) {
                    case SchedulerEffect.Deploy deploy -> running.add(deploy.task().attempt());
                    case SchedulerEffect.Cancel cancel -> {
                        if (running.remove(cancel.attempt())) {
                            toCancel.add(cancel.attempt());
                        }
                    }
                    case SchedulerEffect.Later later -> timers.add(later.event());
                    case SchedulerEffect.TaskStateChanged change -> {
                        ExecutionState before = states.put(change.attempt(), change.state());
                        assertThat(
                                        before == null
                                                ? List.of(ExecutionState.CREATED)
                                                : AttemptStates.successors(before))
                                .as("seed %s: %s after %s", seed, change, before)
                                .contains(change.state());
                    }
                    case SchedulerEffect.JobEnded ended ->
                            assertThat(rig.scheduler.graph().allEnded())
                                    .as("seed %s: %s", seed, ended)
                                    .isTrue();
                    case SchedulerEffect.DeclareSlots _,
                            SchedulerEffect.FreeSlot _,
                            SchedulerEffect.ReleasePartitions _,
                            SchedulerEffect.JobStatusChanged _ -> {}
                }
            }
            seen = rig.effects.size();
        }
    }
}
