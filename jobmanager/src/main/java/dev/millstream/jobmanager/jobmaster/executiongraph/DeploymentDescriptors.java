package dev.millstream.jobmanager.jobmaster.executiongraph;

import dev.millstream.graph.job.JobGraph;
import dev.millstream.graph.job.JobVertex;
import dev.millstream.platform.link.Address;
import dev.millstream.protocol.id.PartitionID;
import dev.millstream.protocol.task.InputChannelDescriptor;
import dev.millstream.protocol.task.InputGateDescriptor;
import dev.millstream.protocol.task.ResultPartitionDescriptor;
import dev.millstream.protocol.task.TaskDeploymentDescriptor;
import java.util.ArrayList;
import java.util.List;

/** Says to a TaskManager all that it needs to run an attempt. */
public final class DeploymentDescriptors {
    private final JobGraph job;

    public DeploymentDescriptors(JobGraph job) {
        this.job = job;
    }

    /**
     * The task must have a slot, and so must all that it reads from.
     *
     * @throws IllegalStateException if one has none
     */
    public TaskDeploymentDescriptor describe(Subtask task) {
        JobVertex vertex = task.vertex().description();
        boolean coordinator = task.isCoordinator();
        return new TaskDeploymentDescriptor(
                task.attempt().id(),
                job.name(),
                vertex.name(),
                vertex.parallelism(),
                vertex.maxParallelism(),
                slotOf(task).allocation(),
                job.jars(),
                coordinator ? vertex.coordinator().orElseThrow() : vertex.chain(),
                coordinator ? List.of() : gates(task),
                coordinator ? List.of() : partitions(task),
                job.configuration());
    }

    private static List<InputGateDescriptor> gates(Subtask consumer) {
        List<InputGateDescriptor> gates = new ArrayList<>();
        for (ExecutionVertex.InputEdge edge : consumer.vertex().inputs()) {
            gates.add(new InputGateDescriptor(edge.result().kind(), channels(consumer, edge)));
        }
        return gates;
    }

    private static List<InputChannelDescriptor> channels(
            Subtask consumer, ExecutionVertex.InputEdge edge) {
        ExecutionVertex producer = edge.producer();
        IntermediateResult result = edge.result();
        SubtaskRange producers =
                SubtaskRange.producersOf(
                        consumer.index(),
                        consumer.vertex().parallelism(),
                        producer.parallelism(),
                        result.pattern());
        List<InputChannelDescriptor> channels = new ArrayList<>();
        for (int index = producers.first(); index <= producers.last(); index++) {
            Subtask subtask = producer.subtasks().get(index);
            Address location = slotOf(subtask).location().exchange();
            channels.add(
                    new InputChannelDescriptor(
                            new PartitionID(subtask.attempt().id(), result.index()),
                            consumer.index() - consumers(subtask, result).first(),
                            location));
        }
        return channels;
    }

    private static List<ResultPartitionDescriptor> partitions(Subtask producer) {
        return producer.vertex().results().stream()
                .map(result -> {
                    SubtaskRange consumers = consumers(producer, result);
                    return new ResultPartitionDescriptor(
                            new PartitionID(producer.attempt().id(), result.index()),
                            result.kind(),
                            consumers.size(),
                            consumers.first());
                })
                .toList();
    }

    private static SubtaskRange consumers(Subtask producer, IntermediateResult result) {
        return SubtaskRange.consumersOf(
                producer.index(),
                producer.vertex().parallelism(),
                result.consumer().parallelism(),
                result.pattern());
    }

    private static AssignedSlot slotOf(Subtask task) {
        return task.attempt()
                .slot()
                .orElseThrow(() ->
                        new IllegalStateException(
                                "Task " + task.attempt().name() + " has no slot yet"));
    }
}
