package dev.millstream.jobmanager.jobmaster.executiongraph;

import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.millstream.graph.job.DistributionPattern;
import dev.millstream.graph.job.JobGraph;
import dev.millstream.graph.job.ResultKind;
import dev.millstream.jobmanager.fixture.Jobs;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class JobGraphChecksTest {
    @Test
    void shouldAcceptWhatCanRun() {
        assertThatCode(() -> JobGraphChecks.check(Jobs.pipeline(2, 3).graph()))
                .doesNotThrowAnyException();
    }

    @Test
    void shouldRefuseAnEmptyJob() {
        refused(Jobs.job("empty").graph(), "has no operators");
    }

    @Test
    void shouldRefuseAParallelismOfZero() {
        refused(Jobs.job("zero").source("source", 0).graph(), "source has parallelism 0");
    }

    @Test
    void shouldRefuseAParallelismAboveTheMaximum() {
        refused(Jobs.job("wide").source("source", 129).graph(), "maximum 128");
    }

    @Test
    void shouldRefuseAResultWithoutAConsumer() {
        JobGraph whole = Jobs.pipeline(1, 1).graph();
        refused(
                new JobGraph(
                        whole.jobId(),
                        "cut",
                        false,
                        whole.vertices().subList(0, 1),
                        List.of(),
                        Map.of()),
                "nobody consumes result 0 of source");
    }

    @Test
    void shouldRefuseVerticesInTheWrongOrder() {
        JobGraph whole = Jobs.pipeline(1, 1).graph();
        refused(
                new JobGraph(
                        whole.jobId(),
                        "turned",
                        false,
                        whole.vertices().reversed(),
                        List.of(),
                        Map.of()),
                "sink reads from a vertex that doesn't come before it");
    }

    @Test
    void shouldRefuseCoLocationAcrossSlotSharingGroups() {
        refused(
                Jobs.pipeline(1, 1)
                        .group("sink", "other")
                        .coLocate("together", "source", "sink")
                        .graph(),
                "co-location group 'together'");
    }

    @Test
    void shouldRefuseTwoVerticesWithOneId() {
        JobGraph one = Jobs.job("one").source("source", 1).graph();
        refused(
                new JobGraph(
                        one.jobId(),
                        "twice",
                        false,
                        List.of(one.vertices().getFirst(), one.vertices().getFirst()),
                        List.of(),
                        Map.of()),
                "two vertices have the id");
    }

    @Test
    void shouldAcceptADiamond() {
        JobGraph diamond =
                Jobs.job("diamond")
                        .source("source", 2)
                        .vertex("left", 2)
                        .vertex("right", 1)
                        .vertex("join", 2)
                        .connect(
                                "source",
                                "left",
                                DistributionPattern.POINTWISE,
                                ResultKind.PIPELINED)
                        .connect(
                                "source",
                                "right",
                                DistributionPattern.POINTWISE,
                                ResultKind.BLOCKING)
                        .connect(
                                "left", "join", DistributionPattern.ALL_TO_ALL, ResultKind.BLOCKING)
                        .connect(
                                "right",
                                "join",
                                DistributionPattern.ALL_TO_ALL,
                                ResultKind.PIPELINED)
                        .graph();
        assertThatCode(() -> JobGraphChecks.check(diamond)).doesNotThrowAnyException();
    }

    private static void refused(JobGraph graph, String why) {
        assertThatThrownBy(() -> JobGraphChecks.check(graph))
                .isInstanceOf(MalformedJobException.class)
                .hasMessageContaining(graph.name())
                .hasMessageContaining(why);
    }
}
