package dev.millstream.jobmanager.jobmaster;

import dev.millstream.configuration.Configuration;
import dev.millstream.graph.job.BlobKey;
import dev.millstream.graph.job.Bytes;
import dev.millstream.jobmanager.Answers;
import dev.millstream.jobmanager.JobManagerOptions;
import dev.millstream.jobmanager.jobmaster.executiongraph.Attempt;
import dev.millstream.jobmanager.jobmaster.executiongraph.TaskManagerLocation;
import dev.millstream.jobmanager.jobmaster.restart.RestartStrategy;
import dev.millstream.jobmanager.jobmaster.scheduler.JobScheduler;
import dev.millstream.jobmanager.jobmaster.scheduler.SchedulerEvent;
import dev.millstream.jobmanager.jobmaster.scheduler.SchedulerSettings;
import dev.millstream.jobmanager.jobmaster.splits.SplitAssignmentEvent;
import dev.millstream.protocol.id.AllocationID;
import dev.millstream.protocol.id.ExecutionAttemptID;
import dev.millstream.protocol.id.ResourceID;
import dev.millstream.protocol.job.JobDetails;
import dev.millstream.protocol.job.JobResult;
import dev.millstream.protocol.job.StateChange;
import dev.millstream.protocol.jobmaster.JobMasterGateway;
import dev.millstream.protocol.jobmaster.NextInputSplit;
import dev.millstream.protocol.jobmaster.RequestNextInputSplit;
import dev.millstream.protocol.jobmaster.ScheduleOrUpdateConsumers;
import dev.millstream.protocol.jobmaster.SlotOffer;
import dev.millstream.protocol.jobmaster.SplitEvent;
import dev.millstream.protocol.resourcemanager.RegisterTaskManager;
import dev.millstream.protocol.resourcemanager.RegistrationResponse;
import dev.millstream.protocol.task.Acknowledge;
import dev.millstream.protocol.task.TaskIoMetrics;
import dev.millstream.protocol.task.UpdateTaskExecutionState;
import dev.millstream.protocol.taskexecutor.CollectedResults;
import dev.millstream.protocol.taskexecutor.TaskExecutorGateway;
import dev.millstream.rpc.endpoint.EndpointContext;
import dev.millstream.rpc.endpoint.RpcEndpoint;
import dev.millstream.rpc.error.RpcException;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.concurrent.CompletableFuture;

/**
 * Runs one job. Decisions are {@link JobScheduler}'s and the split assignment's; this class turns
 * calls into events, and {@link JobDriver} effects into calls. Fenced: its epoch says which leader
 * and which incarnation it is.
 */
public final class JobMaster extends RpcEndpoint implements JobMasterGateway {
    private final JobSubmission submission;
    private final JobMasterServices services;
    private final JobScheduler scheduler;
    private final TaskExecutors taskExecutors;
    private final JobDriver driver;
    private final SplitTraffic splits;

    /**
     * @param context must have an epoch
     */
    public JobMaster(
            EndpointContext context, JobMasterServices services, JobSubmission submission) {
        super(context);
        this.submission = submission;
        this.services = services;
        Configuration options =
                new Configuration(services.configuration())
                        .addAll(Configuration.fromMap(submission.graph().configuration()));
        SchedulerSettings settings =
                new SchedulerSettings(
                        options.get(JobManagerOptions.SLOT_REQUEST_TIMEOUT).toMillis(),
                        options.get(JobManagerOptions.CANCEL_RETRY_INTERVAL).toMillis(),
                        RestartStrategy.of(options),
                        submission.submittedMs());
        this.scheduler =
                new JobScheduler(submission.graph(), context.epoch().orElseThrow(), settings);
        this.taskExecutors = new TaskExecutors(context, submission.graph().jobId());
        this.driver = new JobDriver(context, services, options, scheduler, taskExecutors);
        this.splits =
                new SplitTraffic(
                        scheduler.graph(),
                        taskExecutors,
                        services.platform().clock(),
                        driver::dispatch);
        driver.tellAttempts(splits::on);
    }

    @Override
    protected void onStart() {
        driver.start();
    }

    @Override
    protected CompletableFuture<Void> onStop() {
        driver.leave("The JobMaster of job " + submission.graph().jobId() + " stops");
        return CompletableFuture.completedFuture(null);
    }

    @Override
    public CompletableFuture<RegistrationResponse> registerTaskManager(
            RegisterTaskManager taskManager) {
        return Answers.map(
                context().rpc().connect(taskManager.rpcAddress(), TaskExecutorGateway.class),
                mainThread(),
                gateway -> welcome(taskManager, gateway));
    }

    private RegistrationResponse welcome(
            RegisterTaskManager taskManager, TaskExecutorGateway gateway) {
        if (driver.hasEnded()) {
            return new RegistrationResponse.RefuseRegistration(
                    "Job " + submission.graph().jobId() + " has ended");
        }
        ResourceID id = taskManager.id();
        long registration = taskManager.registration();
        OptionalLong known = taskExecutors.registration(id);
        if (known.isPresent() && known.getAsLong() >= registration) {
            return known.getAsLong() == registration
                    ? new RegistrationResponse.AlreadyRegistered()
                    : new RegistrationResponse.RefuseRegistration(
                            "TaskManager " + id + " has registered again since");
        }
        if (known.isPresent() && scheduler.hasSlotsOf(id)) {
            // It had given this job up: a connection is made once, before slots are offered.
            taskExecutors.forget(id);
            driver.dispatch(
                    new SchedulerEvent.TaskManagerLost(
                            id, "it has lost its connection and come back"));
        }
        taskExecutors.add(
                taskManager,
                gateway,
                () -> disconnectTaskManager(id, registration, "its connection broke"));
        driver.dispatch(
                new SchedulerEvent.TaskManagerJoined(
                        new TaskManagerLocation(
                                taskManager.id(), taskManager.exchange(), taskManager.host())));
        return new RegistrationResponse.AcknowledgeRegistration();
    }

    @Override
    public CompletableFuture<List<AllocationID>> offerSlots(
            ResourceID taskManager, List<SlotOffer> offers) {
        driver.dispatch(new SchedulerEvent.SlotsOffered(taskManager, offers));
        return CompletableFuture.completedFuture(
                offers.stream().map(SlotOffer::allocation).filter(scheduler::holds).toList());
    }

    @Override
    public CompletableFuture<Acknowledge> updateTaskExecutionState(
            UpdateTaskExecutionState update) {
        driver.dispatch(new SchedulerEvent.TaskReported(update));
        return acknowledged();
    }

    @Override
    public void reportMetrics(ExecutionAttemptID attempt, TaskIoMetrics metrics) {
        driver.dispatch(new SchedulerEvent.MetricsReported(attempt, metrics));
    }

    @Override
    public CompletableFuture<NextInputSplit> requestNextInputSplit(RequestNextInputSplit request) {
        return isCurrent(request.attempt()) ? splits.request(request) : outdated(request.attempt());
    }

    @Override
    public CompletableFuture<Acknowledge> splitEvents(
            ExecutionAttemptID coordinator, List<SplitEvent> events) {
        if (!isCurrent(coordinator)) {
            return outdated(coordinator);
        }
        splits.on(new SplitAssignmentEvent.FromCoordinator(coordinator, events));
        return acknowledged();
    }

    @Override
    public void eventToEnumerator(ExecutionAttemptID reader, Bytes event) {
        if (isCurrent(reader)) {
            splits.on(new SplitAssignmentEvent.FromReader(reader, event));
        }
    }

    @Override
    public CompletableFuture<Acknowledge> scheduleOrUpdateConsumers(
            ScheduleOrUpdateConsumers ready) {
        driver.dispatch(new SchedulerEvent.PartitionReady(ready.partition()));
        return acknowledged();
    }

    @Override
    public CompletableFuture<Bytes> readBlob(BlobKey blob, long offset, int length) {
        return submission.graph().jars().contains(blob)
                ? services.blobs().read(blob, offset, length)
                : refused("Job " + submission.graph().jobId() + " has no jar " + blob.sha256());
    }

    @Override
    public void disconnectTaskManager(ResourceID taskManager, long registration, String reason) {
        OptionalLong known = taskExecutors.registration(taskManager);
        if (known.isEmpty() || known.getAsLong() > registration) {
            return;
        }
        taskExecutors.remove(taskManager, reason);
        driver.dispatch(new SchedulerEvent.TaskManagerLost(taskManager, reason));
    }

    @Override
    public void notifyNotEnoughResources(int available) {
        driver.dispatch(new SchedulerEvent.NotEnoughSlots(available));
    }

    @Override
    public CompletableFuture<Acknowledge> cancel() {
        driver.dispatch(new SchedulerEvent.CancelRequested());
        return acknowledged();
    }

    @Override
    public CompletableFuture<JobDetails> requestJobDetails() {
        return CompletableFuture.completedFuture(
                JobDescription.of(submission, scheduler, driver.endWallMs()));
    }

    @Override
    public CompletableFuture<List<StateChange>> requestStateChanges(long afterSequence) {
        return driver.history().after(afterSequence);
    }

    @Override
    public CompletableFuture<JobResult> requestJobResult() {
        return driver.result();
    }

    @Override
    public CompletableFuture<CollectedResults> fetchCollected(String collectId, long offset) {
        Optional<Attempt> collector = JobDescription.collector(scheduler, collectId);
        if (collector.isEmpty()) {
            return refused(
                    "Job "
                            + submission.graph().jobId()
                            + " collects no results named '"
                            + collectId
                            + "'");
        }
        ExecutionAttemptID attempt = collector.get().id();
        return collector
                .get()
                .slot()
                .flatMap(slot -> taskExecutors.gateway(slot.location().id()))
                .map(gateway -> gateway.fetchCollected(attempt, collectId, offset))
                .orElseGet(() ->
                        CompletableFuture.completedFuture(
                                new CollectedResults(0, List.of(), false, attempt.attempt())));
    }

    private boolean isCurrent(ExecutionAttemptID attempt) {
        return scheduler.graph().current(attempt).isPresent();
    }

    private static <T> CompletableFuture<T> outdated(ExecutionAttemptID attempt) {
        return refused("Attempt " + attempt + " is outdated");
    }

    private static <T> CompletableFuture<T> refused(String reason) {
        return CompletableFuture.failedFuture(new RpcException(reason));
    }

    private static CompletableFuture<Acknowledge> acknowledged() {
        return CompletableFuture.completedFuture(Acknowledge.INSTANCE);
    }
}
