package dev.millstream.jobmanager.jobmaster.scheduler;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.millstream.graph.job.DistributionPattern;
import dev.millstream.graph.job.JobGraph;
import dev.millstream.graph.job.ResultKind;
import dev.millstream.jobmanager.fixture.Jobs;
import dev.millstream.jobmanager.jobmaster.executiongraph.ExecutionGraph;
import dev.millstream.jobmanager.jobmaster.executiongraph.MalformedJobException;
import dev.millstream.rpc.fencing.Epoch;
import java.util.List;
import org.junit.jupiter.api.Test;

class PipelinedRegionTest {
    @Test
    void shouldHoldAPipelinedJobTogether() {
        assertThat(regions(Jobs.pipeline(2, 2).graph()))
                .containsExactly(
                        List.of(
                                "source (coordinator)",
                                "source (1/2)",
                                "source (2/2)",
                                "sink (1/2)",
                                "sink (2/2)"));
    }

    @Test
    void shouldDivideAtBlockingResults() {
        assertThat(regions(Jobs.batch(2, 2).graph()))
                .containsExactly(
                        List.of("source (coordinator)", "source (1/2)", "source (2/2)"),
                        List.of("sink (1/2)"),
                        List.of("sink (2/2)"));
    }

    @Test
    void shouldFollowNeighboursOnly() {
        JobGraph job =
                Jobs.job("lanes")
                        .source("source", 2)
                        .vertex("a", 2)
                        .vertex("b", 2)
                        .connect("source", "a", DistributionPattern.ALL_TO_ALL, ResultKind.BLOCKING)
                        .connect("a", "b", DistributionPattern.POINTWISE, ResultKind.PIPELINED)
                        .graph();

        assertThat(regions(job))
                .containsExactly(
                        List.of("source (coordinator)", "source (1/2)", "source (2/2)"),
                        List.of("a (1/2)", "b (1/2)"),
                        List.of("a (2/2)", "b (2/2)"));
    }

    @Test
    void shouldJoinSourcesThatMeet() {
        JobGraph job =
                Jobs.job("join")
                        .source("left", 1)
                        .source("right", 1)
                        .vertex("join", 1)
                        .connect(
                                "left",
                                "join",
                                DistributionPattern.ALL_TO_ALL,
                                ResultKind.PIPELINED)
                        .connect(
                                "right",
                                "join",
                                DistributionPattern.ALL_TO_ALL,
                                ResultKind.PIPELINED)
                        .graph();

        assertThat(regions(job))
                .containsExactly(
                        List.of(
                                "left (coordinator)",
                                "left (1/1)",
                                "right (coordinator)",
                                "right (1/1)",
                                "join (1/1)"));
    }

    @Test
    void shouldRefuseARegionThatWaitsForItself() {
        JobGraph job =
                Jobs.job("knot")
                        .source("source", 1)
                        .vertex("side", 1)
                        .vertex("join", 1)
                        .connect(
                                "source",
                                "join",
                                DistributionPattern.ALL_TO_ALL,
                                ResultKind.PIPELINED)
                        .connect(
                                "source",
                                "side",
                                DistributionPattern.ALL_TO_ALL,
                                ResultKind.BLOCKING)
                        .connect(
                                "side", "join", DistributionPattern.ALL_TO_ALL, ResultKind.BLOCKING)
                        .graph();

        assertThatThrownBy(() -> JobScheduler.check(job))
                .isInstanceOf(MalformedJobException.class)
                .hasMessageContaining("knot")
                .hasMessageContaining("wait for a blocking result of their own");
        assertThatCode(() -> JobScheduler.check(Jobs.batch(2, 2).graph()))
                .doesNotThrowAnyException();
    }

    private static List<List<String>> regions(JobGraph job) {
        return PipelinedRegion.of(new ExecutionGraph(job, new Epoch(1, 0))).stream()
                .map(region -> region.tasks().stream().map(task -> task.attempt().name()).toList())
                .toList();
    }
}
