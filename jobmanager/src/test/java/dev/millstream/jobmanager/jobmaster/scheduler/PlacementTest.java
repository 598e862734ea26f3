package dev.millstream.jobmanager.jobmaster.scheduler;

import static org.assertj.core.api.Assertions.assertThat;

import dev.millstream.graph.job.DistributionPattern;
import dev.millstream.graph.job.JobGraph;
import dev.millstream.graph.job.ResultKind;
import dev.millstream.jobmanager.fixture.Jobs;
import dev.millstream.jobmanager.jobmaster.executiongraph.ExecutionGraph;
import dev.millstream.jobmanager.jobmaster.slotpool.GroupRequirement;
import dev.millstream.rpc.fencing.Epoch;
import org.junit.jupiter.api.Test;

class PlacementTest {
    @Test
    void shouldPutSubtaskNOfBothIntoSlotN() {
        SchedulerRig rig = SchedulerRig.running(windowJob(4, 4), 2);

        assertThat(rig.placement())
                .containsExactly(
                        "source, map (coordinator) tm-1#0",
                        "source, map (1/4) tm-1#0",
                        "source, map (2/4) tm-1#1",
                        "source, map (3/4) tm-2#0",
                        "source, map (4/4) tm-2#1",
                        "keyBy, window, sink (1/4) tm-1#0",
                        "keyBy, window, sink (2/4) tm-1#1",
                        "keyBy, window, sink (3/4) tm-2#0",
                        "keyBy, window, sink (4/4) tm-2#1");
    }

    @Test
    void shouldPutBothIntoTheFirstSlotsAndTheWiderOneAloneIntoTheRest() {
        SchedulerRig rig = SchedulerRig.running(windowJob(2, 4), 2);

        assertThat(rig.placement())
                .containsExactly(
                        "source, map (coordinator) tm-1#0",
                        "source, map (1/2) tm-1#0",
                        "source, map (2/2) tm-1#1",
                        "keyBy, window, sink (1/4) tm-1#0",
                        "keyBy, window, sink (2/4) tm-1#1",
                        "keyBy, window, sink (3/4) tm-2#0",
                        "keyBy, window, sink (4/4) tm-2#1");
    }

    @Test
    void shouldDeploySourcesFirstEachAfterItsCoordinator() {
        SchedulerRig rig = SchedulerRig.running(windowJob(2, 2), 1);

        assertThat(rig.only(SchedulerEffect.Deploy.class))
                .extracting(deploy ->
                        deploy.task().vertexName()
                                + (deploy.task().attempt().coordinator() ? " c" : ""))
                .containsExactly(
                        "source, map c",
                        "source, map",
                        "source, map",
                        "keyBy, window, sink",
                        "keyBy, window, sink");
    }

    @Test
    void shouldNeedTheHighestParallelismOfEachGroup() {
        JobGraph job =
                Jobs.job("groups")
                        .source("source", 2)
                        .vertex("map", 3)
                        .vertex("sink", 2)
                        .group("sink", "sinks")
                        .connect(
                                "source",
                                "map",
                                DistributionPattern.ALL_TO_ALL,
                                ResultKind.PIPELINED)
                        .connect(
                                "map", "sink", DistributionPattern.ALL_TO_ALL, ResultKind.PIPELINED)
                        .graph();

        SlotSharing sharing = new SlotSharing(new ExecutionGraph(job, new Epoch(1, 0)));

        assertThat(sharing.requirements())
                .containsExactly(
                        new GroupRequirement("default", 3), new GroupRequirement("sinks", 2));
        assertThat(SchedulerRig.running(job, 3).placement())
                .contains("map (3/3) tm-2#0", "sink (1/2) tm-2#1", "sink (2/2) tm-3#0");
    }

    @Test
    void shouldPutCoLocatedSubtasksIntoTheSameSlot() {
        JobGraph job = Jobs.pipeline(2, 2).coLocate("together", "source", "sink").graph();

        assertThat(SchedulerRig.running(job, 1).placement())
                .contains(
                        "source (1/2) tm-1#0",
                        "source (2/2) tm-1#1",
                        "sink (1/2) tm-1#0",
                        "sink (2/2) tm-1#1");
    }

    @Test
    void shouldWaitForAllSlotsWhateverTheOrderOfTheirOffers() {
        SchedulerRig rig = new SchedulerRig(windowJob(4, 4));
        rig.on(new SchedulerEvent.Start());
        rig.taskManager("tm-2", 2);
        assertThat(rig.placement()).isEmpty();

        rig.taskManager("tm-1", 2);

        assertThat(rig.placement())
                .contains("source, map (1/4) tm-1#0", "source, map (4/4) tm-2#1");
    }

    private static JobGraph windowJob(int sourceParallelism, int sinkParallelism) {
        return Jobs.job("window")
                .source("source, map", sourceParallelism)
                .vertex("keyBy, window, sink", sinkParallelism)
                .connect(
                        "source, map",
                        "keyBy, window, sink",
                        DistributionPattern.ALL_TO_ALL,
                        ResultKind.PIPELINED)
                .graph();
    }
}
