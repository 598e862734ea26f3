package dev.millstream.jobmanager.jobmaster.scheduler;

import static org.assertj.core.api.Assertions.assertThat;

import dev.millstream.api.common.JobStatus;
import dev.millstream.graph.job.DistributionPattern;
import dev.millstream.graph.job.JobGraph;
import dev.millstream.graph.job.ResultKind;
import dev.millstream.jobmanager.fixture.Jobs;
import dev.millstream.protocol.id.ExecutionAttemptID;
import dev.millstream.protocol.id.ResourceID;
import dev.millstream.protocol.job.JobResult;
import dev.millstream.protocol.task.AccumulatorSnapshot;
import dev.millstream.protocol.task.AccumulatorValue;
import dev.millstream.protocol.task.ExecutionState;
import dev.millstream.protocol.task.FailureInfo;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class JobSchedulerTest {
    @Test
    void shouldRunAPipelinedJobToItsEnd() {
        SchedulerRig rig = SchedulerRig.running(Jobs.pipeline(2, 2).graph(), 1);
        assertThat(rig.status()).isEqualTo(JobStatus.CREATED);

        rig.runAll();
        assertThat(rig.status()).isEqualTo(JobStatus.RUNNING);
        rig.finish("source");
        rig.cancelAll();
        rig.nowMs = 5_000;
        rig.finish("sink");

        assertThat(rig.status()).isEqualTo(JobStatus.FINISHED);
        assertThat(rig.result())
                .isInstanceOfSatisfying(
                        JobResult.JobResultSuccess.class,
                        success -> assertThat(success.durationMs()).isEqualTo(4_600));
        assertThat(rig.only(SchedulerEffect.FreeSlot.class)).hasSize(2);
        assertThat(rig.only(SchedulerEffect.DeclareSlots.class))
                .extracting(SchedulerEffect.DeclareSlots::count)
                .containsExactly(2, 0);
    }

    @Test
    void shouldBeRunningAsSoonAsItsSourcesAre() {
        SchedulerRig rig = SchedulerRig.running(Jobs.pipeline(2, 1).graph(), 1);

        rig.report("source (1/2)", ExecutionState.RUNNING);
        assertThat(rig.status()).isEqualTo(JobStatus.CREATED);
        rig.report("source (2/2)", ExecutionState.RUNNING);

        assertThat(rig.status()).isEqualTo(JobStatus.RUNNING);
        assertThat(rig.state("sink (1/1)")).isEqualTo(ExecutionState.DEPLOYING);
    }

    @Test
    void shouldTellEachStateOfEachTask() {
        SchedulerRig rig = SchedulerRig.running(Jobs.pipeline(1, 1).graph(), 1);
        rig.runAll();
        rig.finish("sink");

        assertThat(rig.only(SchedulerEffect.TaskStateChanged.class))
                .filteredOn(change -> change.name().equals("sink (1/1)"))
                .extracting(SchedulerEffect.TaskStateChanged::state)
                .containsExactly(
                        ExecutionState.CREATED,
                        ExecutionState.SCHEDULED,
                        ExecutionState.DEPLOYING,
                        ExecutionState.INITIALIZING,
                        ExecutionState.RUNNING,
                        ExecutionState.FINISHED);
    }

    @Test
    void shouldDeployAConsumerOfABlockingResultOnceThatIsComplete() {
        SchedulerRig rig = SchedulerRig.running(Jobs.batch(2, 2).graph(), 1);
        rig.runAll();
        assertThat(rig.names(ExecutionState.SCHEDULED)).containsExactly("sink (1/2)", "sink (2/2)");

        rig.complete("source");

        assertThat(rig.names(ExecutionState.DEPLOYING)).containsExactly("sink (1/2)", "sink (2/2)");
        rig.finish("source");
        rig.cancelAll();
        rig.runAll();
        rig.finish("sink");
        assertThat(rig.status()).isEqualTo(JobStatus.FINISHED);
    }

    @Test
    void shouldEndTheCoordinatorWhenItsSourceHasFinished() {
        SchedulerRig rig = SchedulerRig.running(Jobs.pipeline(2, 1).graph(), 1);
        rig.runAll();
        ExecutionAttemptID coordinator = rig.attempt("source (coordinator)");

        rig.report("source (1/2)", ExecutionState.FINISHED);
        assertThat(rig.only(SchedulerEffect.Cancel.class)).isEmpty();
        rig.report("source (2/2)", ExecutionState.FINISHED);

        assertThat(rig.only(SchedulerEffect.Cancel.class))
                .containsExactly(new SchedulerEffect.Cancel(new ResourceID("tm-1"), coordinator));
        rig.cancelAll();
        assertThat(rig.status()).isEqualTo(JobStatus.RUNNING);
    }

    @Test
    void shouldFailWhenATaskFailsAndThereIsNoOtherTry() {
        SchedulerRig rig = SchedulerRig.running(Jobs.pipeline(2, 2).graph(), 1);
        rig.runAll();

        rig.report("sink (1/2)", ExecutionState.FAILED);
        assertThat(rig.status()).isEqualTo(JobStatus.FAILING);
        assertThat(rig.names(ExecutionState.CANCELING)).hasSize(4);
        rig.cancelAll();

        assertThat(rig.status()).isEqualTo(JobStatus.FAILED);
        assertThat(rig.result())
                .isInstanceOfSatisfying(
                        JobResult.JobResultFailure.class,
                        failure -> assertThat(failure.cause()).isEqualTo(SchedulerRig.BOOM));
        assertThat(rig.scheduler.failures()).containsExactly(SchedulerRig.BOOM);
    }

    @Test
    void shouldBlameTheUsersCodeWhenItsFailureIsReportedLast() {
        SchedulerRig rig = SchedulerRig.running(Jobs.pipeline(1, 1).graph(), 1);
        rig.runAll();
        rig.report(
                rig.attempt("sink (1/1)"),
                ExecutionState.FAILED,
                Optional.of(FailureInfo.ofMessage("The producer is gone.")),
                List.of());

        rig.report("source (1/1)", ExecutionState.FAILED);
        rig.cancelAll();

        assertThat(((JobResult.JobResultFailure) rig.result()).cause())
                .isEqualTo(SchedulerRig.BOOM);
    }

    @Test
    void shouldRestartTheWholeJobAfterTheDelay() {
        SchedulerRig rig = SchedulerRig.running(restartable(), 1);
        rig.runAll();
        ExecutionAttemptID before = rig.attempt("source (1/1)");

        rig.report("sink (1/1)", ExecutionState.FAILED);
        assertThat(rig.status()).isEqualTo(JobStatus.RESTARTING);
        rig.cancelAll();
        assertThat(rig.status()).isEqualTo(JobStatus.RESTARTING);
        rig.fire(SchedulerEvent.RestartDue.class);

        assertThat(rig.status()).isEqualTo(JobStatus.CREATED);
        assertThat(rig.attempt("source (1/1)").attempt()).isEqualTo(before.attempt() + 1);
        assertThat(rig.names(ExecutionState.DEPLOYING)).hasSize(3);
        rig.runAll();
        assertThat(rig.status()).isEqualTo(JobStatus.RUNNING);
        rig.report("sink (1/1)", ExecutionState.FAILED);
        rig.cancelAll();
        assertThat(rig.status()).isEqualTo(JobStatus.FAILED);
        assertThat(((JobResult.JobResultFailure) rig.result()).cause().message())
                .isEqualTo(
                        "Boom. The job was restarted 1 time before;"
                                + " restart-strategy.fixed-delay.attempts allows no more.");
    }

    @Test
    void shouldRestartOnlyOnceEverythingHasEnded() {
        SchedulerRig rig = SchedulerRig.running(restartable(), 1);
        rig.runAll();
        rig.report("sink (1/1)", ExecutionState.FAILED);

        rig.fire(SchedulerEvent.RestartDue.class);
        assertThat(rig.status()).isEqualTo(JobStatus.RESTARTING);
        rig.cancelAll();

        assertThat(rig.status()).isEqualTo(JobStatus.CREATED);
    }

    @Test
    void shouldNotRestartAfterAFailureThatARestartCannotMend() {
        SchedulerRig rig = SchedulerRig.running(restartable(), 1);
        rig.runAll();

        rig.report(
                rig.attempt("sink (1/1)"),
                ExecutionState.FAILED,
                Optional.of(new FailureInfo("Never.", "", "", true, "", false)),
                List.of());

        assertThat(rig.status()).isEqualTo(JobStatus.FAILING);
    }

    @Test
    void shouldRunElsewhereWhenATaskManagerIsLost() {
        SchedulerRig rig = SchedulerRig.running(restartable(), 1);
        rig.runAll();

        rig.lose("tm-1");

        assertThat(rig.status()).isEqualTo(JobStatus.RESTARTING);
        assertThat(rig.scheduler.failures().getFirst().message())
                .isEqualTo(
                        "TaskManager tm-1 was lost while source (coordinator) ran there: it was"
                                + " killed.");
        rig.fire(SchedulerEvent.RestartDue.class);
        assertThat(rig.names(ExecutionState.SCHEDULED)).hasSize(3);
        rig.taskManager("tm-2", 2);
        assertThat(rig.placement()).contains("sink (1/1) tm-2#0");
        rig.runAll();
        assertThat(rig.status()).isEqualTo(JobStatus.RUNNING);
    }

    @Test
    void shouldRestartWhenABlockingResultIsLostThatIsStillRead() {
        SchedulerRig rig =
                SchedulerRig.running(
                        Jobs.batch(1, 3).option("restart-strategy.type", "fixed-delay").graph(), 2);
        rig.runAll();
        rig.complete("source");
        rig.finish("source");
        rig.cancelAll();
        rig.runAll();
        rig.report("sink (1/3)", ExecutionState.FINISHED);
        rig.report("sink (2/3)", ExecutionState.FINISHED);

        rig.lose("tm-1");

        assertThat(rig.status()).isEqualTo(JobStatus.RESTARTING);
        assertThat(rig.scheduler.failures().getFirst().message())
                .contains("TaskManager tm-1 was lost, and with it the result of source (1/1)");
    }

    @Test
    void shouldNotMindALostResultThatHasBeenRead() {
        JobGraph job =
                Jobs.batch(1, 1)
                        .group("source", "sources")
                        .vertex("last", 1)
                        .connect(
                                "sink", "last", DistributionPattern.ALL_TO_ALL, ResultKind.BLOCKING)
                        .graph();
        SchedulerRig rig = new SchedulerRig(job);
        rig.on(new SchedulerEvent.Start());
        rig.taskManager("tm-1", 1);
        rig.taskManager("tm-2", 1);
        rig.runAll();
        rig.complete("source");
        rig.finish("source");
        rig.cancelAll();
        rig.runAll();
        rig.complete("sink");
        rig.finish("sink");
        rig.runAll();

        rig.lose("tm-1");

        assertThat(rig.status()).isEqualTo(JobStatus.RUNNING);
        assertThat(rig.state("last (1/1)")).isEqualTo(ExecutionState.RUNNING);
    }

    @Test
    void shouldNotMindALostTaskManagerWhoseTasksAreDone() {
        SchedulerRig rig = SchedulerRig.running(Jobs.pipeline(2, 3).graph(), 2);
        rig.runAll();
        rig.finish("source");
        rig.cancelAll();
        rig.report("sink (1/3)", ExecutionState.FINISHED);
        rig.report("sink (2/3)", ExecutionState.FINISHED);

        rig.lose("tm-1");

        assertThat(rig.status()).isEqualTo(JobStatus.RUNNING);
        rig.finish("sink");
        assertThat(rig.status()).isEqualTo(JobStatus.FINISHED);
    }

    @Test
    void shouldCancelWhatRunsAndWhatDoesNotYet() {
        SchedulerRig rig = SchedulerRig.running(Jobs.batch(2, 2).graph(), 1);
        rig.runAll();

        rig.on(new SchedulerEvent.CancelRequested());

        assertThat(rig.status()).isEqualTo(JobStatus.CANCELLING);
        assertThat(rig.names(ExecutionState.CANCELED)).containsExactly("sink (1/2)", "sink (2/2)");
        assertThat(rig.only(SchedulerEffect.Cancel.class)).hasSize(3);
        rig.cancelAll();
        assertThat(rig.status()).isEqualTo(JobStatus.CANCELED);
        assertThat(rig.result()).isInstanceOf(JobResult.JobResultCanceled.class);
    }

    @Test
    void shouldCancelAJobThatWaitsForSlots() {
        SchedulerRig rig = new SchedulerRig(Jobs.pipeline(2, 2).graph());
        rig.on(new SchedulerEvent.Start());

        rig.on(new SchedulerEvent.CancelRequested());

        assertThat(rig.status()).isEqualTo(JobStatus.CANCELED);
    }

    @Test
    void shouldRepeatACancellationThatWasNotAnswered() {
        SchedulerRig rig = SchedulerRig.running(Jobs.pipeline(1, 1).graph(), 1);
        rig.runAll();
        rig.on(new SchedulerEvent.CancelRequested());
        ExecutionAttemptID sink = rig.attempt("sink (1/1)");

        rig.on(new SchedulerEvent.CancelUnanswered(sink));
        rig.fire(SchedulerEvent.CancelAgain.class);

        assertThat(rig.only(SchedulerEffect.Cancel.class))
                .filteredOn(cancel -> cancel.attempt().equals(sink))
                .hasSize(2);
    }

    @Test
    void shouldFailSayingHowManySlotsOfWhichGroupAreMissing() {
        SchedulerRig rig = new SchedulerRig(Jobs.pipeline(2, 4).group("sink", "sinks").graph());
        rig.on(new SchedulerEvent.Start());
        rig.on(new SchedulerEvent.NotEnoughSlots(4));

        rig.fire(SchedulerEvent.SlotsTimedOut.class);

        assertThat(rig.status()).isEqualTo(JobStatus.FAILED);
        assertThat(((JobResult.JobResultFailure) rig.result()).cause().message())
                .startsWith("Job 'pipeline' needs 6 slots, but only 4 could be had within 60.0 s")
                .contains("2 slots of slot sharing group 'sinks' are missing");
    }

    @Test
    void shouldFailATaskThatItsTaskManagerRefuses() {
        SchedulerRig rig = SchedulerRig.running(Jobs.pipeline(1, 1).graph(), 1);

        rig.on(new SchedulerEvent.DeployFailed(rig.attempt("sink (1/1)"), "no such slot", false));

        assertThat(rig.state("sink (1/1)")).isEqualTo(ExecutionState.FAILED);
        assertThat(rig.scheduler.failures().getFirst().message())
                .isEqualTo("sink (1/1) could not be deployed to TaskManager tm-1: no such slot");
    }

    @Test
    void shouldStopATaskThatMayHaveBeenDeployed() {
        SchedulerRig rig = SchedulerRig.running(Jobs.pipeline(1, 1).graph(), 1);
        ExecutionAttemptID sink = rig.attempt("sink (1/1)");

        rig.on(new SchedulerEvent.DeployFailed(sink, "timed out", true));

        assertThat(rig.only(SchedulerEffect.Cancel.class))
                .contains(new SchedulerEffect.Cancel(new ResourceID("tm-1"), sink));
    }

    @Test
    void shouldIgnoreReportsThatComeLateOrTwice() {
        SchedulerRig rig = SchedulerRig.running(restartable(), 1);
        rig.runAll();
        ExecutionAttemptID old = rig.attempt("sink (1/1)");
        rig.report("sink (1/1)", ExecutionState.INITIALIZING, ExecutionState.RUNNING);
        assertThat(rig.state("sink (1/1)")).isEqualTo(ExecutionState.RUNNING);
        rig.report("sink (1/1)", ExecutionState.FAILED, ExecutionState.FINISHED);
        assertThat(rig.state("sink (1/1)")).isEqualTo(ExecutionState.FAILED);
        rig.cancelAll();
        rig.fire(SchedulerEvent.RestartDue.class);
        int before = rig.effects.size();

        rig.report(old, ExecutionState.FAILED, Optional.of(SchedulerRig.BOOM), List.of());

        assertThat(rig.effects).hasSize(before);
        assertThat(rig.status()).isEqualTo(JobStatus.CREATED);
    }

    @Test
    void shouldFailWhenATaskManagerCancelsOnItsOwn() {
        SchedulerRig rig = SchedulerRig.running(Jobs.pipeline(1, 1).graph(), 1);
        rig.runAll();

        rig.report("sink (1/1)", ExecutionState.CANCELED);

        assertThat(rig.status()).isEqualTo(JobStatus.FAILING);
        assertThat(rig.scheduler.failures().getFirst().message()).contains("did not ask for it");
    }

    @Test
    void shouldMergeAccumulatorsOfTheLastAttemptsOnly() {
        SchedulerRig rig = SchedulerRig.running(restartable(), 1);
        rig.runAll();
        rig.report(
                rig.attempt("source (1/1)"),
                ExecutionState.FINISHED,
                Optional.empty(),
                lines(new AccumulatorValue.LongSum(5)));
        rig.report("sink (1/1)", ExecutionState.FAILED);
        rig.cancelAll();
        rig.fire(SchedulerEvent.RestartDue.class);
        rig.runAll();

        for (String name : List.of("source (1/1)", "sink (1/1)")) {
            rig.report(
                    rig.attempt(name),
                    ExecutionState.FINISHED,
                    Optional.empty(),
                    lines(new AccumulatorValue.LongSum(7)));
        }
        rig.cancelAll();

        assertThat(rig.result().accumulators()).isEqualTo(lines(new AccumulatorValue.LongSum(14)));
    }

    @Test
    void shouldFailForGoodWhenAccumulatorsDoNotFitTogether() {
        SchedulerRig rig = SchedulerRig.running(restartable(), 1);
        rig.runAll();
        rig.report(
                rig.attempt("source (1/1)"),
                ExecutionState.FINISHED,
                Optional.empty(),
                lines(new AccumulatorValue.LongSum(5)));
        rig.report(
                rig.attempt("sink (1/1)"),
                ExecutionState.FINISHED,
                Optional.empty(),
                lines(new AccumulatorValue.IntSum(5)));

        assertThat(rig.state("sink (1/1)")).isEqualTo(ExecutionState.FAILED);
        assertThat(rig.status()).isEqualTo(JobStatus.FAILING);
    }

    @Test
    void shouldReleaseBlockingPartitionsBeforeARestart() {
        SchedulerRig rig =
                SchedulerRig.running(
                        Jobs.batch(1, 1).option("restart-strategy.type", "fixed-delay").graph(), 1);
        rig.runAll();
        rig.complete("source");
        rig.finish("source");
        rig.cancelAll();
        rig.report("sink (1/1)", ExecutionState.FAILED);
        assertThat(rig.only(SchedulerEffect.ReleasePartitions.class)).isEmpty();

        rig.fire(SchedulerEvent.RestartDue.class);

        assertThat(rig.only(SchedulerEffect.ReleasePartitions.class)).hasSize(1);
        assertThat(rig.names(ExecutionState.SCHEDULED)).containsExactly("sink (1/1)");
    }

    @Test
    void shouldRefuseOffersOfAStranger() {
        SchedulerRig rig = new SchedulerRig(Jobs.pipeline(1, 1).graph());
        rig.on(new SchedulerEvent.Start());
        rig.slotCounts.put(new ResourceID("stranger"), 1);

        rig.offer("stranger");

        assertThat(rig.scheduler.hasSlotsOf(new ResourceID("stranger"))).isFalse();
        assertThat(rig.placement()).isEmpty();
    }

    private static List<AccumulatorSnapshot> lines(AccumulatorValue value) {
        return List.of(new AccumulatorSnapshot("lines", value));
    }

    private static JobGraph restartable() {
        return Jobs.pipeline(1, 1)
                .option("restart-strategy.type", "fixed-delay")
                .option("restart-strategy.fixed-delay.attempts", "1")
                .graph();
    }
}
