package dev.millstream.jobmanager.jobmaster.executiongraph;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.millstream.graph.job.DistributionPattern;
import dev.millstream.graph.job.JobGraph;
import dev.millstream.graph.job.ResultKind;
import dev.millstream.jobmanager.fixture.Jobs;
import dev.millstream.platform.link.Address;
import dev.millstream.protocol.id.AllocationID;
import dev.millstream.protocol.id.PartitionID;
import dev.millstream.protocol.id.ResourceID;
import dev.millstream.protocol.id.SlotID;
import dev.millstream.protocol.task.InputChannelDescriptor;
import dev.millstream.protocol.task.TaskDeploymentDescriptor;
import dev.millstream.rpc.fencing.Epoch;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.junit.jupiter.api.Test;

class DeploymentDescriptorsTest {
    private static final Address EXCHANGE_0 = new Address("host-0", 1000);
    private static final Address EXCHANGE_1 = new Address("host-1", 1001);

    @Test
    void shouldConnectEachConsumerWithItsSubpartitionOfEachProducer() {
        ExecutionGraph graph = assigned(Jobs.pipeline(2, 3).graph());

        TaskDeploymentDescriptor sink = describe(graph, "sink", 2);

        assertThat(sink.inputs()).hasSize(1);
        assertThat(sink.inputs().getFirst().kind()).isEqualTo(ResultKind.PIPELINED);
        assertThat(sink.inputs().getFirst().channels())
                .containsExactly(
                        new InputChannelDescriptor(partition(graph, 0), 2, EXCHANGE_0),
                        new InputChannelDescriptor(partition(graph, 1), 2, EXCHANGE_1));
        assertThat(sink.results()).isEmpty();
        assertThat(sink.parallelism()).isEqualTo(3);
        assertThat(new String(sink.code().array(), StandardCharsets.UTF_8)).isEqualTo("sink");
    }

    @Test
    void shouldNumberSubpartitionsFromTheFirstNeighbour() {
        JobGraph job =
                Jobs.job("rescale")
                        .source("source", 2)
                        .vertex("sink", 4)
                        .connect(
                                "source",
                                "sink",
                                DistributionPattern.POINTWISE,
                                ResultKind.PIPELINED)
                        .graph();
        ExecutionGraph graph = assigned(job);

        TaskDeploymentDescriptor producer = describe(graph, "source", 1);
        TaskDeploymentDescriptor consumer = describe(graph, "sink", 3);

        assertThat(producer.results().getFirst().subpartitions()).isEqualTo(2);
        assertThat(producer.results().getFirst().firstConsumer()).isEqualTo(2);
        assertThat(consumer.inputs().getFirst().channels())
                .containsExactly(new InputChannelDescriptor(partition(graph, 1), 1, EXCHANGE_1));
    }

    @Test
    void shouldGiveACoordinatorItsOwnCodeAndNoGates() {
        ExecutionGraph graph = assigned(Jobs.pipeline(1, 1).graph());
        Subtask coordinator = graph.vertex(Jobs.vertexId("source")).coordinator().orElseThrow();

        TaskDeploymentDescriptor task =
                new DeploymentDescriptors(graph.job()).describe(coordinator);

        assertThat(task.attempt().coordinator()).isTrue();
        assertThat(new String(task.code().array(), StandardCharsets.UTF_8))
                .isEqualTo("source coordinator");
        assertThat(task.inputs()).isEmpty();
        assertThat(task.results()).isEmpty();
    }

    @Test
    void shouldRefuseATaskWithoutASlot() {
        ExecutionGraph graph = new ExecutionGraph(Jobs.pipeline(1, 1).graph(), new Epoch(1, 0));

        assertThatThrownBy(() -> describe(graph, "source", 0))
                .isInstanceOf(IllegalStateException.class)
                .hasMessageContaining("source (1/1) has no slot");
    }

    private static PartitionID partition(ExecutionGraph graph, int producer) {
        return new PartitionID(
                graph.vertex(Jobs.vertexId("source")).subtasks().get(producer).attempt().id(), 0);
    }

    private static TaskDeploymentDescriptor describe(
            ExecutionGraph graph, String vertex, int subtask) {
        return new DeploymentDescriptors(graph.job())
                .describe(graph.vertex(Jobs.vertexId(vertex)).subtasks().get(subtask));
    }

    private static ExecutionGraph assigned(JobGraph job) {
        ExecutionGraph graph = new ExecutionGraph(job, new Epoch(1, 0));
        List<Address> exchanges = List.of(EXCHANGE_0, EXCHANGE_1);
        for (Subtask task : graph.tasks()) {
            int host = task.index() % 2;
            ResourceID id = new ResourceID("tm-" + host);
            task.attempt()
                    .assign(
                            new AssignedSlot(
                                    new SlotID(id, task.index()),
                                    new AllocationID(0, task.index()),
                                    new TaskManagerLocation(
                                            id, exchanges.get(host), "host-" + host)));
        }
        return graph;
    }
}
