package dev.millstream.jobmanager.jobmaster.scheduler;

import dev.millstream.jobmanager.jobmaster.executiongraph.AssignedSlot;
import dev.millstream.jobmanager.jobmaster.executiongraph.Attempt;
import dev.millstream.jobmanager.jobmaster.executiongraph.DeploymentDescriptors;
import dev.millstream.jobmanager.jobmaster.executiongraph.ExecutionGraph;
import dev.millstream.jobmanager.jobmaster.executiongraph.Subtask;
import dev.millstream.protocol.id.ResourceID;
import dev.millstream.protocol.task.ExecutionState;
import java.util.BitSet;
import java.util.List;
import java.util.stream.IntStream;

/**
 * Sends tasks to their slots, region by region: a region as soon as there are slots and all
 * blocking results that it reads are complete. Within a region in topological order, sources first.
 */
final class Deployment {
    private final List<PipelinedRegion> regions;
    private final SlotSharing sharing;
    private final DeploymentDescriptors descriptors;
    private final TaskStates states;
    private final BitSet deployed = new BitSet();
    private List<AssignedSlot> slots = List.of();

    Deployment(ExecutionGraph graph, SlotSharing sharing, TaskStates states) {
        this.regions = PipelinedRegion.of(graph);
        this.sharing = sharing;
        this.descriptors = new DeploymentDescriptors(graph.job());
        this.states = states;
    }

    /** Slots are there, by number; deploys what can be. */
    void begin(List<AssignedSlot> assigned) {
        slots = List.copyOf(assigned);
        deployed.clear();
        deployReady();
    }

    /** Deploys the regions whose input has become complete. */
    void deployReady() {
        if (slots.isEmpty()) {
            return;
        }
        for (int region = 0; region < regions.size(); region++) {
            if (!deployed.get(region) && regions.get(region).isInputComplete()) {
                deployed.set(region);
                deploy(regions.get(region));
            }
        }
    }

    /** Whether a region that waits for its input is to run in a slot of the TaskManager. */
    boolean isWaitingWith(ResourceID taskManager) {
        return !slots.isEmpty()
                && IntStream.range(0, regions.size())
                        .filter(region -> !deployed.get(region))
                        .mapToObj(regions::get)
                        .flatMap(region -> region.tasks().stream())
                        .map(task -> slots.get(sharing.slotOf(task)).location().id())
                        .anyMatch(taskManager::equals);
    }

    /** Nothing is deployed any more until {@link #begin}. */
    void end() {
        slots = List.of();
    }

    private void deploy(PipelinedRegion region) {
        for (Subtask task : region.tasks()) {
            task.attempt().assign(slots.get(sharing.slotOf(task)));
        }
        for (Subtask task : region.tasks()) {
            Attempt attempt = task.attempt();
            states.change(attempt, ExecutionState.DEPLOYING);
            AssignedSlot slot = attempt.slot().orElseThrow();
            states.add(
                    new SchedulerEffect.Deploy(slot.location().id(), descriptors.describe(task)));
        }
    }
}
