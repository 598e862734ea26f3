package dev.millstream.jobmanager.jobmaster.scheduler;

import dev.millstream.graph.job.JobVertex;
import dev.millstream.jobmanager.jobmaster.executiongraph.ExecutionGraph;
import dev.millstream.jobmanager.jobmaster.executiongraph.ExecutionVertex;
import dev.millstream.jobmanager.jobmaster.executiongraph.Subtask;
import dev.millstream.jobmanager.jobmaster.slotpool.GroupRequirement;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * Which subtasks share a slot. The slots of a job are numbered: those of the first slot sharing
 * group (by the order of vertices) first. The n-th subtasks of all vertices of a group are in the
 * group's n-th slot, so two subtasks of one vertex never meet, and the n-th subtasks of co-located
 * vertices, which are of one group, always do.
 */
final class SlotSharing {
    private final LinkedHashMap<String, Integer> slotsByGroup = new LinkedHashMap<>();
    private final LinkedHashMap<String, Integer> firstSlotOfGroup = new LinkedHashMap<>();

    SlotSharing(ExecutionGraph graph) {
        for (ExecutionVertex vertex : graph.vertices()) {
            JobVertex description = vertex.description();
            slotsByGroup.merge(
                    description.slotSharingGroup(), description.parallelism(), Math::max);
        }
        int first = 0;
        for (Map.Entry<String, Integer> group : slotsByGroup.entrySet()) {
            firstSlotOfGroup.put(group.getKey(), first);
            first += group.getValue();
        }
    }

    /** How many slots each group needs: the highest parallelism in it. */
    List<GroupRequirement> requirements() {
        List<GroupRequirement> requirements = new ArrayList<>();
        slotsByGroup.forEach(
                (group, slots) -> requirements.add(new GroupRequirement(group, slots)));
        return requirements;
    }

    /** The number of the slot that a subtask runs in; a coordinator is with subtask 0. */
    int slotOf(Subtask subtask) {
        String group = subtask.vertex().description().slotSharingGroup();
        return firstSlotOfGroup.getOrDefault(group, 0) + subtask.index();
    }
}
