package dev.millstream.jobmanager.dispatcher;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.millstream.api.common.JobID;
import dev.millstream.api.common.JobStatus;
import dev.millstream.graph.job.BlobKey;
import dev.millstream.graph.job.Bytes;
import dev.millstream.graph.job.JobGraph;
import dev.millstream.graph.job.JobVertex;
import dev.millstream.jobmanager.fixture.FakeCluster;
import dev.millstream.jobmanager.fixture.FakeTaskExecutor;
import dev.millstream.jobmanager.fixture.Jobs;
import dev.millstream.protocol.id.ExecutionAttemptID;
import dev.millstream.protocol.id.ResourceID;
import dev.millstream.protocol.job.JobDetails;
import dev.millstream.protocol.job.JobHistory;
import dev.millstream.protocol.job.JobOverview;
import dev.millstream.protocol.job.JobResult;
import dev.millstream.protocol.job.StateChange;
import dev.millstream.protocol.jobmaster.NextInputSplit;
import dev.millstream.protocol.jobmaster.SlotOffer;
import dev.millstream.protocol.jobmaster.SplitEvent;
import dev.millstream.protocol.resourcemanager.RegistrationResponse;
import dev.millstream.protocol.resourcemanager.TaskManagerInfo;
import dev.millstream.protocol.task.ExecutionState;
import dev.millstream.protocol.taskexecutor.CollectedResults;
import java.util.AbstractList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.concurrent.CompletableFuture;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;

class DispatcherTest {
    private static final JobGraph JOB = Jobs.pipeline(2, 2).graph();

    private final FakeCluster cluster = new FakeCluster();

    @Test
    void shouldRunAJobFromSubmissionToResult() {
        FakeTaskExecutor taskManager = cluster.start("tm-1", 2);
        cluster.submit(JOB);
        CompletableFuture<JobResult> result = cluster.dispatcher.requestJobResult(JOB.jobId());
        assertThat(taskManager.log())
                .containsExactly(
                        "submit source",
                        "submit source",
                        "submit source",
                        "submit sink",
                        "submit sink");

        runToEnd(taskManager);

        assertThat(cluster.platform.get(result)).isInstanceOf(JobResult.JobResultSuccess.class);
        assertThat(jobStates()).containsExactly("INITIALIZING", "CREATED", "RUNNING", "FINISHED");
        assertThat(taskManager.slotsTaken()).isZero();
        assertThat(cluster.platform.get(cluster.resourceManager.requestTaskManagers()))
                .extracting(TaskManagerInfo::freeSlots)
                .containsExactly(2);
    }

    @Test
    void shouldRememberHowAJobEnded() {
        FakeTaskExecutor taskManager = cluster.start("tm-1", 2);
        cluster.submit(JOB);
        runToEnd(taskManager);

        JobDetails details =
                cluster.platform.get(cluster.dispatcher.requestJobDetails(JOB.jobId()));

        assertThat(details.overview().status()).isEqualTo(JobStatus.FINISHED);
        assertThat(details.overview().endMs()).isGreaterThanOrEqualTo(details.overview().startMs());
        assertThat(details.vertices())
                .extracting(JobDetails.VertexDetails::name)
                .containsExactly("source", "sink");
        assertThat(details.vertices().getLast().subtasks())
                .allSatisfy(subtask -> {
                    assertThat(subtask.state()).isEqualTo(ExecutionState.FINISHED);
                    assertThat(subtask.taskManager()).contains("tm-1");
                    assertThat(subtask.startMs()).isNotNegative();
                    assertThat(subtask.endMs()).isGreaterThanOrEqualTo(subtask.startMs());
                });
        assertThat(cluster.platform.get(cluster.dispatcher.listJobs()))
                .extracting(JobOverview::status)
                .containsExactly(JobStatus.FINISHED);
    }

    @Test
    void shouldRememberAJobsGraphWithoutItsFunctionsAndWhatItWentThrough() {
        FakeTaskExecutor taskManager = cluster.start("tm-1", 2);
        cluster.submit(JOB);
        runToEnd(taskManager);

        JobGraph graph = cluster.platform.get(cluster.dispatcher.requestJobGraph(JOB.jobId()));
        JobHistory history =
                cluster.platform.get(cluster.dispatcher.requestJobHistory(JOB.jobId()));

        assertThat(graph.vertices()).extracting(JobVertex::name).containsExactly("source", "sink");
        assertThat(graph.vertices()).allMatch(vertex -> vertex.chain().length() == 0);
        assertThat(graph.vertices().getLast().inputs())
                .isEqualTo(JOB.vertices().getLast().inputs());
        assertThat(history.statuses())
                .extracting(StateChange::state)
                .containsExactly("INITIALIZING", "CREATED", "RUNNING", "FINISHED");
        assertThat(history.failures()).isEmpty();
    }

    @Test
    void shouldLetAJobWaitForSlotsAndStartOnceTheyCome() {
        cluster.submit(JOB);
        cluster.platform.advance(1_000);
        assertThat(status()).isEqualTo(JobStatus.CREATED);

        FakeTaskExecutor first = cluster.start("tm-1", 1);
        assertThat(first.tasks()).isEmpty();
        FakeTaskExecutor second = cluster.start("tm-2", 1);

        assertThat(first.tasks()).hasSize(3);
        assertThat(second.tasks()).hasSize(2);
    }

    @Test
    void shouldFailAJobThatGetsTooFewSlotsSayingHowMany() {
        cluster.start("tm-1", 1);
        cluster.submit(JOB);

        cluster.platform.advance(300_000);

        JobResult result = cluster.platform.get(cluster.dispatcher.requestJobResult(JOB.jobId()));
        assertThat(result)
                .isInstanceOfSatisfying(
                        JobResult.JobResultFailure.class,
                        failure ->
                                assertThat(failure.cause().message())
                                        .contains("needs 2 slots, but only 1 could be had")
                                        .contains("1 slot of slot sharing group 'default'"));
    }

    @Test
    void shouldCancelAJob() {
        FakeTaskExecutor taskManager = cluster.start("tm-1", 2);
        cluster.submit(JOB);
        taskManager.runAll();
        cluster.platform.runAll();

        cluster.platform.get(cluster.dispatcher.cancelJob(JOB.jobId()));

        assertThat(status()).isEqualTo(JobStatus.CANCELED);
        assertThat(taskManager.tasks()).isEmpty();
        assertThat(taskManager.slotsTaken()).isZero();
        cluster.platform.get(cluster.dispatcher.cancelJob(JOB.jobId()));
    }

    @Test
    void shouldRestartAJobElsewhereWhenATaskManagerDies() {
        JobGraph job = restartable();
        FakeTaskExecutor first = cluster.start("tm-1", 2);
        cluster.submit(job);
        first.runAll();
        cluster.platform.runAll();

        cluster.kill("tm-1");
        assertThat(status()).isEqualTo(JobStatus.RESTARTING);
        FakeTaskExecutor second = cluster.start("tm-2", 2);
        cluster.platform.advance(1_000);
        second.runAll();
        cluster.platform.runAll();

        assertThat(status()).isEqualTo(JobStatus.RUNNING);
        assertThat(second.tasks()).allMatch(attempt -> attempt.attempt() == 1);
        assertThat(failures()).anyMatch(text -> text.startsWith("TaskManager tm-1 was lost"));
        assertThat(
                        cluster.platform
                                .get(cluster.dispatcher.requestJobHistory(JOB.jobId()))
                                .failures())
                .allMatch(change -> change.failure().isPresent())
                .anyMatch(change -> change.subject().startsWith("sink ("));
    }

    @Test
    void shouldStartAJobMasterThatThrowsAnewAndItsJobToo() {
        FakeTaskExecutor taskManager = cluster.start("tm-1", 4);
        cluster.submit(JOB);
        JobGraph other = Jobs.job("other").source("only", 1).graph();
        cluster.submit(other);
        taskManager.runAll();
        cluster.platform.runAll();

        crashJobMaster(taskManager);

        assertThat(taskManager.log()).contains("disconnect 1.0");
        cluster.platform.advance(1_000);
        taskManager.runAll();
        cluster.platform.runAll();
        assertThat(status()).isEqualTo(JobStatus.RUNNING);
        assertThat(taskManager.tasks())
                .filteredOn(attempt -> attempt.job().equals(JOB.jobId()))
                .hasSize(5)
                .allMatch(attempt -> attempt.incarnation() == 1);
        assertThat(taskManager.tasks())
                .filteredOn(attempt -> attempt.job().equals(other.jobId()))
                .hasSize(2)
                .allMatch(attempt -> attempt.incarnation() == 0);
        runToEnd(taskManager);
        assertThat(status()).isEqualTo(JobStatus.FINISHED);
    }

    @Test
    void shouldFailAJobWhoseJobMasterThrowsAThirdTime() {
        FakeTaskExecutor taskManager = cluster.start("tm-1", 4);
        cluster.submit(JOB);
        JobGraph other = Jobs.job("other").source("only", 1).graph();
        cluster.submit(other);

        for (int i = 0; i < 3; i++) {
            cluster.platform.advance(1_000);
            crashJobMaster(taskManager);
        }

        JobResult result = cluster.platform.get(cluster.dispatcher.requestJobResult(JOB.jobId()));
        assertThat(result)
                .isInstanceOfSatisfying(
                        JobResult.JobResultFailure.class,
                        failure ->
                                assertThat(failure.cause().message())
                                        .contains("has crashed 3 times")
                                        .contains("report it"));
        assertThat(taskManager.slotsTaken()).isEqualTo(1);
        assertThat(taskManager.tasks()).allMatch(task -> task.job().equals(other.jobId()));
    }

    @Test
    void shouldRefuseWhatItKnowsOrCannotRun() {
        cluster.submit(JOB);

        assertThatThrownBy(() -> cluster.submit(JOB)).hasMessageContaining("known already");
        assertThatThrownBy(() -> cluster.submit(Jobs.job("empty").graph()))
                .hasMessageContaining("has no operators");
        BlobKey jar = new BlobKey("a".repeat(64), 5);
        assertThatThrownBy(() -> cluster.submit(Jobs.job("jar").source("s", 1).jar(jar).graph()))
                .hasMessageContaining("upload it first");
        assertThatThrownBy(() ->
                        cluster.platform.get(cluster.dispatcher.requestJobResult(new JobID(0, 0))))
                .hasMessageContaining("There is no job");
    }

    @Test
    void shouldEndAllPollsWithTheJob() {
        cluster.submit(JOB);
        cluster.platform.get(cluster.dispatcher.cancelJob(JOB.jobId()));

        List<StateChange> all =
                cluster.platform.get(cluster.dispatcher.requestStateChanges(JOB.jobId(), 0));
        CompletableFuture<List<StateChange>> none =
                cluster.dispatcher.requestStateChanges(JOB.jobId(), all.getLast().sequence());

        assertThat(all.getLast().state()).isEqualTo("CANCELED");
        assertThat(cluster.platform.get(none)).isEmpty();
        assertThat(all)
                .extracting(StateChange::sequence)
                .isEqualTo(LongStream.rangeClosed(1, all.size()).boxed().toList());
    }

    @Test
    void shouldHandOutSplitsThroughTheJobMaster() {
        FakeTaskExecutor taskManager = cluster.start("tm-1", 2);
        cluster.submit(JOB);
        taskManager.runAll();
        cluster.platform.runAll();
        ExecutionAttemptID reader = attempt(taskManager, false);

        CompletableFuture<NextInputSplit> split = taskManager.requestSplit(reader);
        cluster.platform.runAll();
        assertThat(taskManager.log()).contains("requestSplit 0 tm-1");
        assertThat(split).isNotDone();
        Bytes content = Bytes.owning(new byte[] {1, 2});
        cluster.platform.get(
                taskManager.splitEvents(
                        attempt(taskManager, true),
                        List.of(
                                new SplitEvent.Available(
                                        "one", content, OptionalInt.of(0), List.of()))));

        assertThat(cluster.platform.get(split)).isEqualTo(new NextInputSplit.Split("one", content));
    }

    @Test
    void shouldRouteFetchesToTheCollectingTask() {
        JobGraph job = Jobs.pipeline(1, 1).operator("sink", "Collect: rows").graph();
        cluster.submit(job);
        assertThat(fetch("rows").finished()).isFalse();

        cluster.start("tm-1", 1);

        assertThat(fetch("rows").finished()).isTrue();
        assertThatThrownBy(() -> fetch("others")).hasMessageContaining("'others'");
    }

    @Test
    void shouldKnowATaskManagerThatRegistersAgain() {
        FakeTaskExecutor taskManager = cluster.start("tm-1", 2);
        assertThat(taskManager.registration())
                .contains(new RegistrationResponse.AcknowledgeRegistration());

        taskManager.register();
        cluster.platform.runAll();

        assertThat(taskManager.registration())
                .contains(new RegistrationResponse.AlreadyRegistered());
        assertThat(cluster.platform.get(cluster.dispatcher.requestTaskManagers())).hasSize(1);
    }

    @Test
    void shouldNotLetTwoJobsWaitForEachOthersSlots() {
        JobGraph other = Jobs.job("other").source("only", 3).graph();
        FakeTaskExecutor first = cluster.start("tm-1", 1);
        cluster.submit(JOB);
        cluster.submit(other);
        cluster.platform.advance(1_000);

        FakeTaskExecutor second = cluster.start("tm-2", 2);

        assertThat(first.slotsTaken() + second.slotsTaken()).isEqualTo(2);
        assertThat(first.tasks()).allMatch(task -> task.job().equals(JOB.jobId()));
        cluster.platform.get(cluster.dispatcher.cancelJob(JOB.jobId()));
        cluster.platform.advance(1_000);
        assertThat(first.slotsTaken() + second.slotsTaken()).isEqualTo(3);
    }

    /** Local calls go by reference: an argument that throws when it is looked at. */
    private void crashJobMaster(FakeTaskExecutor taskManager) {
        List<SlotOffer> poison =
                new AbstractList<>() {
                    @Override
                    public SlotOffer get(int index) {
                        throw new UnsupportedOperationException("Poison");
                    }

                    @Override
                    public int size() {
                        return 1;
                    }
                };
        var _ = taskManager.jobMaster(JOB.jobId()).offerSlots(new ResourceID("tm-1"), poison);
        cluster.platform.runAll();
    }

    private ExecutionAttemptID attempt(FakeTaskExecutor taskManager, boolean coordinator) {
        return taskManager.tasks().stream()
                .filter(task ->
                        task.vertex().equals(Jobs.vertexId("source"))
                                && task.coordinator() == coordinator)
                .findFirst()
                .orElseThrow();
    }

    private void runToEnd(FakeTaskExecutor taskManager) {
        taskManager.runAll();
        cluster.platform.runAll();
        taskManager.report("source", ExecutionState.FINISHED);
        cluster.platform.runAll();
        taskManager.report("sink", ExecutionState.FINISHED);
        cluster.platform.runAll();
    }

    private CollectedResults fetch(String collectId) {
        return cluster.platform.get(cluster.dispatcher.fetchCollected(JOB.jobId(), collectId, 0));
    }

    private JobStatus status() {
        cluster.platform.runAll();
        return cluster.platform
                .get(cluster.dispatcher.requestJobDetails(JOB.jobId()))
                .overview()
                .status();
    }

    private List<String> jobStates() {
        return cluster.platform.get(cluster.dispatcher.requestStateChanges(JOB.jobId(), 0)).stream()
                .filter(change -> change.subject().equals("job"))
                .map(StateChange::state)
                .toList();
    }

    private List<String> failures() {
        return cluster.platform.get(cluster.dispatcher.requestStateChanges(JOB.jobId(), 0)).stream()
                .map(StateChange::failure)
                .flatMap(Optional::stream)
                .map(failure -> failure.message())
                .toList();
    }

    private static JobGraph restartable() {
        return Jobs.pipeline(2, 2).option("restart-strategy.type", "fixed-delay").graph();
    }
}
