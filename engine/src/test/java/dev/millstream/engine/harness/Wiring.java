package dev.millstream.engine.harness;

import dev.millstream.graph.job.DistributionPattern;
import dev.millstream.graph.job.JobEdge;
import dev.millstream.graph.job.JobGraph;
import dev.millstream.graph.job.JobVertex;
import dev.millstream.graph.job.JobVertexID;
import dev.millstream.graph.job.ResultInfo;
import dev.millstream.platform.link.Address;
import dev.millstream.protocol.id.AllocationID;
import dev.millstream.protocol.id.ExecutionAttemptID;
import dev.millstream.protocol.id.PartitionID;
import dev.millstream.protocol.task.InputChannelDescriptor;
import dev.millstream.protocol.task.InputGateDescriptor;
import dev.millstream.protocol.task.ResultPartitionDescriptor;
import dev.millstream.protocol.task.TaskDeploymentDescriptor;
import java.util.ArrayList;
import java.util.List;

/** Who reads from whom, for first attempts in one process. */
final class Wiring {
    private final JobGraph graph;
    private final Address exchange;

    Wiring(JobGraph graph, Address exchange) {
        this.graph = graph;
        this.exchange = exchange;
    }

    TaskDeploymentDescriptor subtask(JobVertex vertex, int subtask) {
        List<InputGateDescriptor> inputs = new ArrayList<>();
        for (JobEdge edge : vertex.inputs()) {
            inputs.add(gate(vertex, subtask, edge));
        }
        List<ResultPartitionDescriptor> results = new ArrayList<>();
        for (ResultInfo result : vertex.results()) {
            results.add(partition(vertex, subtask, result));
        }
        return descriptor(vertex, attempt(vertex.id(), false, subtask), inputs, results);
    }

    TaskDeploymentDescriptor coordinator(JobVertex vertex) {
        return descriptor(vertex, attempt(vertex.id(), true, 0), List.of(), List.of());
    }

    private TaskDeploymentDescriptor descriptor(
            JobVertex vertex,
            ExecutionAttemptID attempt,
            List<InputGateDescriptor> inputs,
            List<ResultPartitionDescriptor> results) {
        return new TaskDeploymentDescriptor(
                attempt,
                graph.name(),
                vertex.name(),
                vertex.parallelism(),
                vertex.maxParallelism(),
                new AllocationID(3, 4),
                List.of(),
                attempt.coordinator() ? vertex.coordinator().orElseThrow() : vertex.chain(),
                inputs,
                results,
                graph.configuration());
    }

    private ExecutionAttemptID attempt(JobVertexID vertex, boolean coordinator, int subtask) {
        return new ExecutionAttemptID(graph.jobId(), vertex, coordinator, subtask, 0, 1, 0);
    }

    private InputGateDescriptor gate(JobVertex consumer, int subtask, JobEdge edge) {
        JobVertex producer = graph.vertex(edge.source());
        List<InputChannelDescriptor> channels = new ArrayList<>();
        for (int each = 0; each < producer.parallelism(); each++) {
            if (isConnected(edge, producer, each, consumer, subtask)) {
                PartitionID partition =
                        new PartitionID(attempt(producer.id(), false, each), edge.resultIndex());
                int first = firstConsumer(edge, producer, each, consumer);
                channels.add(new InputChannelDescriptor(partition, subtask - first, exchange));
            }
        }
        return new InputGateDescriptor(producer.results().get(edge.resultIndex()).kind(), channels);
    }

    private ResultPartitionDescriptor partition(
            JobVertex producer, int subtask, ResultInfo result) {
        for (JobVertex consumer : graph.vertices()) {
            for (JobEdge edge : consumer.inputs()) {
                if (edge.source().equals(producer.id()) && edge.resultIndex() == result.index()) {
                    int count = 0;
                    for (int each = 0; each < consumer.parallelism(); each++) {
                        count += isConnected(edge, producer, subtask, consumer, each) ? 1 : 0;
                    }
                    return new ResultPartitionDescriptor(
                            new PartitionID(attempt(producer.id(), false, subtask), result.index()),
                            result.kind(),
                            count,
                            firstConsumer(edge, producer, subtask, consumer));
                }
            }
        }
        throw new IllegalStateException("Nobody reads " + result + " of " + producer.name());
    }

    private static int firstConsumer(
            JobEdge edge, JobVertex producer, int subtask, JobVertex consumer) {
        int first = 0;
        while (!isConnected(edge, producer, subtask, consumer, first)) {
            first++;
        }
        return first;
    }

    private static boolean isConnected(
            JobEdge edge, JobVertex producer, int p, JobVertex consumer, int c) {
        int m = producer.parallelism();
        int n = consumer.parallelism();
        return edge.pattern() == DistributionPattern.ALL_TO_ALL
                || (p * n < (c + 1) * m && c * m < (p + 1) * n);
    }
}
