package dev.millstream.jobmanager.jobmaster.scheduler;

import dev.millstream.graph.job.ResultKind;
import dev.millstream.jobmanager.jobmaster.executiongraph.Attempt;
import dev.millstream.jobmanager.jobmaster.executiongraph.ExecutionGraph;
import dev.millstream.jobmanager.jobmaster.executiongraph.Subtask;
import dev.millstream.protocol.id.PartitionID;
import dev.millstream.protocol.id.ResourceID;
import java.util.ArrayList;
import java.util.List;
import java.util.NavigableSet;
import java.util.Optional;
import java.util.TreeMap;

/** Partitions that outlive their producers. */
final class BlockingPartitions {
    private BlockingPartitions() {}

    /** Whether somebody has yet to read what a finished subtask has left. */
    static boolean areStillRead(Subtask producer) {
        return producer.vertex().results().stream()
                .anyMatch(result ->
                        result.kind() == ResultKind.BLOCKING && !result.consumer().isFinished());
    }

    /** Has all that the present attempts have left on living TaskManagers deleted. */
    static void release(ExecutionGraph graph, NavigableSet<ResourceID> living, TaskStates states) {
        TreeMap<ResourceID, List<PartitionID>> byTaskManager = new TreeMap<>();
        for (Subtask subtask : graph.tasks()) {
            Attempt attempt = subtask.attempt();
            Optional<ResourceID> host = TaskStates.taskManager(attempt).filter(living::contains);
            if (!subtask.isCoordinator() && host.isPresent()) {
                partitions(subtask)
                        .forEach(partition ->
                                byTaskManager
                                        .computeIfAbsent(host.get(), _ -> new ArrayList<>())
                                        .add(partition));
            }
        }
        byTaskManager.forEach((host, partitions) ->
                states.add(new SchedulerEffect.ReleasePartitions(host, partitions)));
    }

    private static List<PartitionID> partitions(Subtask subtask) {
        return subtask.vertex().results().stream()
                .filter(result -> result.kind() == ResultKind.BLOCKING)
                .map(result -> new PartitionID(subtask.attempt().id(), result.index()))
                .toList();
    }
}
