package dev.millstream.taskmanager.executor;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.millstream.api.common.JobID;
import dev.millstream.configuration.Configuration;
import dev.millstream.engine.exchange.Exchange;
import dev.millstream.engine.sink.CollectBuffers;
import dev.millstream.graph.job.BlobKey;
import dev.millstream.graph.job.Bytes;
import dev.millstream.graph.job.JobVertexID;
import dev.millstream.graph.job.ResultKind;
import dev.millstream.platform.machine.MachinePlatform;
import dev.millstream.protocol.id.AllocationID;
import dev.millstream.protocol.id.ExecutionAttemptID;
import dev.millstream.protocol.id.PartitionID;
import dev.millstream.protocol.id.ResourceID;
import dev.millstream.protocol.id.SlotID;
import dev.millstream.protocol.resourcemanager.RegistrationResponse;
import dev.millstream.protocol.task.ExecutionState;
import dev.millstream.protocol.task.ResultPartitionDescriptor;
import dev.millstream.protocol.task.TaskDeploymentDescriptor;
import dev.millstream.protocol.task.TaskOperationResult;
import dev.millstream.protocol.taskexecutor.SlotRequest;
import dev.millstream.protocol.taskexecutor.SubmitTask;
import dev.millstream.protocol.taskexecutor.TaskExecutorGateway;
import dev.millstream.rpc.endpoint.EndpointContext;
import dev.millstream.rpc.endpoint.EndpointFactory;
import dev.millstream.rpc.endpoint.EndpointHandle;
import dev.millstream.rpc.endpoint.RpcService;
import dev.millstream.rpc.endpoint.Supervision;
import dev.millstream.rpc.error.FencingException;
import dev.millstream.rpc.fencing.Epoch;
import dev.millstream.rpc.service.RpcSystem;
import dev.millstream.taskmanager.TaskManagerOptions;
import dev.millstream.taskmanager.classes.JobClasses;
import dev.millstream.taskmanager.classes.UserClassLoaders;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class TaskExecutorTest {
    private static final ResourceID TM = new ResourceID("tm");
    private static final JobID JOB = new JobID(0, 1);
    private static final JobVertexID VERTEX = new JobVertexID(0, 7);
    private static final AllocationID A = new AllocationID(0, 10);
    private static final AllocationID B = new AllocationID(0, 11);
    private static final Epoch RM_EPOCH = new Epoch(5, 0);

    private final MachinePlatform platform = MachinePlatform.alone("test");
    private final Configuration configuration =
            new Configuration()
                    .set(TaskManagerOptions.NUM_TASK_SLOTS, 2)
                    .set(TaskManagerOptions.REGISTRATION_INITIAL_DELAY, Duration.ofMillis(5))
                    .set(TaskManagerOptions.REGISTRATION_REFUSED_DELAY, Duration.ofMillis(5))
                    .set(TaskManagerOptions.SLOT_TIMEOUT, Duration.ofMillis(300))
                    .set(TaskManagerOptions.CANCELLATION_INTERVAL, Duration.ofMillis(10))
                    .set(TaskManagerOptions.CANCELLATION_TIMEOUT, Duration.ofMillis(500))
                    .set(TaskManagerOptions.METRICS_INTERVAL, Duration.ofMillis(5));
    private final RpcService rpc = RpcSystem.local(platform, configuration);
    private final Exchange exchange = new Exchange(platform, configuration);
    private final JobClasses classes =
            new JobClasses(
                    platform,
                    UserClassLoaders.parentOnly(getClass().getClassLoader()),
                    getClass().getClassLoader(),
                    1_000);
    private final FakeTasks tasks = new FakeTasks();
    private final FakeResourceManager.Notes resourceManager = new FakeResourceManager.Notes();
    private final FakeJobMaster.Notes jobMaster = new FakeJobMaster.Notes();
    private EndpointHandle<TaskExecutor> executor;
    private TaskExecutorGateway gateway;

    @BeforeEach
    void start() {
        exchange.startLocal();
        TaskManagerServices services =
                new TaskManagerServices(
                        platform, configuration, exchange, classes, new CollectBuffers(), tasks);
        TaskManagerIdentity identity = new TaskManagerIdentity(TM, "here", exchange.address());
        executor =
                rpc.start(
                        "taskexecutor",
                        (context, _) ->
                                new TaskExecutor(
                                        context,
                                        identity,
                                        services,
                                        rpc.address("resourcemanager")),
                        Supervision.stop());
        gateway = executor.gateway(TaskExecutorGateway.class);
    }

    @AfterEach
    void stop() throws Exception {
        get(rpc.shutdown());
        get(classes.close());
        get(exchange.close());
        platform.close();
    }

    @Test
    void shouldRegisterOnceTheResourceManagerIsThere() throws Exception {
        startResourceManager();
        assertThat(resourceManager.next()).isEqualTo("registered with 2 slots of 2");
    }

    @Test
    void shouldRegisterAgainAfterARefusal() throws Exception {
        resourceManager.answer = new RegistrationResponse.RefuseRegistration("not yet");
        startResourceManager();
        resourceManager.next();
        resourceManager.answer = new RegistrationResponse.AlreadyRegistered();
        assertThat(resourceManager.next()).startsWith("registered");
    }

    @Test
    void shouldRegisterAgainWhenTheResourceManagerIsReplaced() throws Exception {
        EndpointHandle<FakeResourceManager> first = startResourceManager();
        resourceManager.nextThat("registered");
        get(first.stop());
        startResourceManager();
        assertThat(resourceManager.nextThat("registered")).isNotNull();
    }

    @Test
    void shouldOfferARequestedSlotToTheJobMaster() throws Exception {
        startJobMaster("jm", new Epoch(1, 0));
        get(gateway.requestSlot(request(0, A, "jm", new Epoch(1, 0), RM_EPOCH)));
        assertThat(jobMaster.next()).isEqualTo("registered");
        long half = (1L << 30) * 2 / 5 / 2;
        assertThat(jobMaster.next()).isEqualTo("offered 1 of " + half);
    }

    @Test
    void shouldFreeASlotThatTheJobMasterRejects() throws Exception {
        startResourceManager();
        resourceManager.nextThat("registered");
        startJobMaster("jm", new Epoch(1, 0));
        jobMaster.rejectsSlots = true;
        get(gateway.requestSlot(request(1, A, "jm", new Epoch(1, 0), RM_EPOCH)));
        assertThat(resourceManager.next()).isEqualTo("freed 1");
    }

    @Test
    void shouldFreeASlotWhoseJobMasterIsNotToBeFoundInTime() throws Exception {
        startResourceManager();
        resourceManager.nextThat("registered");
        get(gateway.requestSlot(request(0, A, "nobody", new Epoch(1, 0), RM_EPOCH)));
        assertThat(resourceManager.next()).isEqualTo("freed 0");
        startJobMaster("jm", new Epoch(1, 0));
        get(gateway.requestSlot(request(0, B, "jm", new Epoch(1, 0), RM_EPOCH)));
        assertThat(jobMaster.next()).isEqualTo("registered");
    }

    @Test
    void shouldRefuseASlotThatIsTaken() throws Exception {
        offeredSlot();
        SlotRequest other =
                new SlotRequest(
                        new SlotID(TM, 0),
                        new JobID(0, 2),
                        B,
                        rpc.address("other"),
                        new Epoch(1, 0),
                        RM_EPOCH,
                        0);
        assertThatThrownBy(() -> get(gateway.requestSlot(other)))
                .hasMessageContaining("is taken by allocation " + A);
    }

    @Test
    void shouldRefuseAnOutdatedResourceManager() throws Exception {
        offeredSlot();
        assertThatThrownBy(() ->
                        get(
                                gateway.requestSlot(
                                        request(1, B, "jm", new Epoch(1, 0), new Epoch(4, 9)))))
                .hasCauseInstanceOf(FencingException.class);
    }

    @Test
    void shouldRefuseARequestFromBeforeItRegisteredAgain() throws Exception {
        EndpointHandle<FakeResourceManager> first = startResourceManager();
        resourceManager.nextThat("registered");
        SlotRequest before = request(0, A, "jm", new Epoch(1, 0), RM_EPOCH);
        get(first.stop());
        startResourceManager();
        resourceManager.nextThat("registered");
        assertThatThrownBy(() -> get(gateway.requestSlot(before)))
                .hasMessageContaining("has registered again");
        startJobMaster("jm", new Epoch(1, 0));
        get(gateway.requestSlot(request(0, A, "jm", new Epoch(1, 0), RM_EPOCH)));
        assertThat(jobMaster.next()).isEqualTo("registered");
    }

    @Test
    void shouldIgnoreAJobMasterThatSpeaksOfAnEarlierConnection() throws Exception {
        offeredSlot();
        submit(0, A, new Epoch(1, 0));
        FakeTasks.FakeTask task = tasks.next();
        gateway.disconnectJobMaster(
                JOB, new Epoch(1, 0), OptionalLong.of(jobMaster.registration - 1), "late");
        get(gateway.cancelTask(attempt(0), new Epoch(1, 0)));
        assertThat(task.message()).isEqualTo("cancel");
        gateway.disconnectJobMaster(
                JOB, new Epoch(1, 0), OptionalLong.of(jobMaster.registration), "now");
        assertThat(
                        get(gateway.submitTask(
                                        new SubmitTask(
                                                descriptor(attempt(1), A, List.of()),
                                                new Epoch(1, 0))))
                                .success())
                .isFalse();
    }

    @Test
    void shouldRunATaskAndReportItsStatesInOrder() throws Exception {
        offeredSlot();
        assertThat(submit(0, A, new Epoch(1, 0)).success()).isTrue();
        FakeTasks.FakeTask task = tasks.next();
        assertThat(task.services.hostName()).isEqualTo("here");
        assertThat(task.services.taskManagerName()).isEqualTo("tm");
        assertThat(task.services.configuration().toMap()).containsEntry("my.key", "mine");
        jobMaster.failingUpdates.set(2);
        task.report(ExecutionState.RUNNING, Optional.empty());
        task.report(ExecutionState.FINISHED, Optional.empty());
        assertThat(jobMaster.nextThat("unanswered")).isEqualTo("unanswered RUNNING");
        assertThat(jobMaster.nextThat("unanswered")).isEqualTo("unanswered RUNNING");
        assertThat(jobMaster.nextThat("0 ")).isEqualTo("0 RUNNING");
        assertThat(jobMaster.nextThat("0 ")).isEqualTo("0 FINISHED");
    }

    @Test
    void shouldReportCountsOfRunningTasks() throws Exception {
        offeredSlot();
        submit(0, A, new Epoch(1, 0));
        assertThat(jobMaster.nextThat("metrics")).isEqualTo("metrics 1");
    }

    @Test
    void shouldAcceptARepeatedSubmissionOnce() throws Exception {
        offeredSlot();
        submit(0, A, new Epoch(1, 0));
        tasks.next();
        assertThat(submit(0, A, new Epoch(1, 0)).success()).isTrue();
        assertThat(tasks.noneStarted()).isTrue();
    }

    @Test
    void shouldRefuseATaskOfAnOutdatedJobMasterAndOneWithoutSlot() throws Exception {
        offeredSlot();
        assertThat(submit(0, A, new Epoch(0, 9)).description()).contains("was replaced");
        assertThat(submit(0, B, new Epoch(1, 0)).description()).contains("no slot under");
        assertThat(tasks.noneStarted()).isTrue();
    }

    @Test
    void shouldCancelATaskAndAnswerForAnUnknownOne() throws Exception {
        offeredSlot();
        submit(0, A, new Epoch(1, 0));
        FakeTasks.FakeTask task = tasks.next();
        assertThat(get(gateway.cancelTask(attempt(9), new Epoch(1, 0))).success()).isTrue();
        assertThat(get(gateway.cancelTask(attempt(0), new Epoch(0, 0))).success()).isFalse();
        assertThat(get(gateway.cancelTask(attempt(0), new Epoch(1, 0))).success()).isTrue();
        assertThat(task.message()).isEqualTo("cancel");
        assertThat(jobMaster.nextThat("0 ")).isEqualTo("0 CANCELED");
    }

    @Test
    void shouldInterruptAStubbornTaskAndThenReportItWithItsStack() throws Exception {
        startResourceManager();
        resourceManager.nextThat("registered");
        offeredSlot();
        tasks.stubborn = true;
        submit(0, A, new Epoch(1, 0));
        FakeTasks.FakeTask task = tasks.next();
        get(gateway.cancelTask(attempt(0), new Epoch(1, 0)));
        assertThat(task.message()).isEqualTo("cancel");
        assertThat(task.message()).isEqualTo("interrupt");
        assertThat(jobMaster.nextThat("0 "))
                .startsWith("0 FAILED: vertex (1/4) on tm was told to end")
                .contains("task.cancellation.timeout")
                .endsWith("\tat user.Endless.map(Endless.java:7)");
        get(gateway.freeSlot(A, new Epoch(1, 0), "over"));
        assertThat(resourceManager.nextThat("freed")).isEqualTo("freed 0");
        task.report(ExecutionState.CANCELED, Optional.empty());
    }

    @Test
    void shouldFailTheTasksOfASlotBeforeItIsFreed() throws Exception {
        startResourceManager();
        resourceManager.nextThat("registered");
        offeredSlot();
        submit(0, A, new Epoch(1, 0));
        FakeTasks.FakeTask task = tasks.next();
        assertThatThrownBy(() -> get(gateway.freeSlot(A, new Epoch(0, 0), "old")))
                .hasCauseInstanceOf(FencingException.class);
        get(gateway.freeSlot(A, new Epoch(1, 0), "too many"));
        assertThat(task.message()).contains("its slot is freed: too many");
        assertThat(resourceManager.nextThat("freed")).isEqualTo("freed 0");
    }

    @Test
    void shouldFailTasksAndFreeSlotsWhenTheJobMasterIsGone() throws Exception {
        startResourceManager();
        resourceManager.nextThat("registered");
        EndpointHandle<FakeJobMaster> master = offeredSlot();
        submit(0, A, new Epoch(1, 0));
        FakeTasks.FakeTask task = tasks.next();
        get(master.stop());
        assertThat(task.message()).startsWith("fail: ").contains("is gone");
        assertThat(resourceManager.nextThat("freed")).isEqualTo("freed 0");
        assertThat(submit(1, A, new Epoch(1, 0)).success()).isFalse();
    }

    @Test
    void shouldReplaceAJobMasterByANewerOne() throws Exception {
        offeredSlot();
        submit(0, A, new Epoch(1, 0));
        FakeTasks.FakeTask task = tasks.next();
        startJobMaster("jm2", new Epoch(1, 1));
        get(gateway.requestSlot(request(1, B, "jm2", new Epoch(1, 1), RM_EPOCH)));
        assertThat(task.message()).contains("replaced by one with epoch 1.1");
        jobMaster.nextThat("offered");
        assertThatThrownBy(() ->
                        get(gateway.requestSlot(request(0, A, "jm", new Epoch(1, 0), RM_EPOCH))))
                .hasMessageContaining("was replaced");
    }

    @Test
    void shouldPassMessagesToACoordinatorEvenBeforeItRuns() throws Exception {
        offeredSlot();
        ExecutionAttemptID coordinator = new ExecutionAttemptID(JOB, VERTEX, true, 0, 0, 1, 0);
        CompletableFuture<TaskOperationResult> submitted =
                gateway.submitTask(
                        new SubmitTask(descriptor(coordinator, A, List.of()), new Epoch(1, 0)));
        gateway.requestSplit(coordinator, 3, "there");
        gateway.sourceEvent(coordinator, 1, Bytes.owning(new byte[1]));
        assertThat(get(submitted).success()).isTrue();
        FakeTasks.FakeTask task = tasks.next();
        assertThat(task.message()).isEqualTo("split for 3 on there");
        assertThat(task.message()).isEqualTo("event of 1");
    }

    @Test
    void shouldReportATaskWhoseJarsCannotBeHad() throws Exception {
        offeredSlot();
        get(
                gateway.submitTask(
                        new SubmitTask(
                                descriptor(attempt(0), A, List.of(new BlobKey("ab", 3))),
                                new Epoch(1, 0))));
        assertThat(jobMaster.nextThat("0 "))
                .startsWith("0 FAILED: vertex (1/4) could not start on tm")
                .contains("no blob ab");
    }

    @Test
    void shouldFailItsTasksAndLeaveWhenItStops() throws Exception {
        startResourceManager();
        resourceManager.nextThat("registered");
        offeredSlot();
        submit(0, A, new Epoch(1, 0));
        FakeTasks.FakeTask task = tasks.next();
        get(executor.stop());
        assertThat(task.message()).contains("TaskManager tm stops");
        assertThat(resourceManager.nextThat("disconnected")).isNotNull();
    }

    private EndpointHandle<FakeJobMaster> offeredSlot() throws Exception {
        EndpointHandle<FakeJobMaster> master = startJobMaster("jm", new Epoch(1, 0));
        get(gateway.requestSlot(request(0, A, "jm", new Epoch(1, 0), RM_EPOCH)));
        jobMaster.nextThat("offered");
        return master;
    }

    private TaskOperationResult submit(int subtask, AllocationID allocation, Epoch epoch)
            throws Exception {
        return get(
                gateway.submitTask(
                        new SubmitTask(
                                descriptor(attempt(subtask), allocation, List.of()), epoch)));
    }

    private SlotRequest request(
            int slot, AllocationID allocation, String master, Epoch epoch, Epoch manager) {
        return new SlotRequest(
                new SlotID(TM, slot),
                JOB,
                allocation,
                rpc.address(master),
                epoch,
                manager,
                resourceManager.registration);
    }

    private EndpointHandle<FakeResourceManager> startResourceManager() {
        return rpc.start(
                "resourcemanager",
                EndpointFactory.fenced(
                        5, (context, _) -> new FakeResourceManager(context, resourceManager)),
                Supervision.stop());
    }

    private EndpointHandle<FakeJobMaster> startJobMaster(String name, Epoch epoch) {
        return rpc.start(
                name,
                new EndpointFactory<FakeJobMaster>() {
                    @Override
                    public FakeJobMaster create(EndpointContext context, int incarnation) {
                        return new FakeJobMaster(context, jobMaster);
                    }

                    @Override
                    public Optional<Epoch> epoch(int incarnation) {
                        return Optional.of(epoch);
                    }
                },
                Supervision.stop());
    }

    private static ExecutionAttemptID attempt(int subtask) {
        return new ExecutionAttemptID(JOB, VERTEX, false, subtask, 0, 1, 0);
    }

    private static TaskDeploymentDescriptor descriptor(
            ExecutionAttemptID attempt, AllocationID allocation, List<BlobKey> jars) {
        return new TaskDeploymentDescriptor(
                attempt,
                "job",
                "vertex",
                4,
                128,
                allocation,
                jars,
                Bytes.owning(new byte[0]),
                List.of(),
                List.of(
                        new ResultPartitionDescriptor(
                                new PartitionID(attempt, 0), ResultKind.PIPELINED, 1, 0)),
                Map.of("my.key", "mine"));
    }

    private static <T> T get(CompletableFuture<T> future) throws Exception {
        return future.get(60, TimeUnit.SECONDS);
    }
}
