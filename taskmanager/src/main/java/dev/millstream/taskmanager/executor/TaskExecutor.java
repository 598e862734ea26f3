package dev.millstream.taskmanager.executor;

import dev.millstream.api.common.JobID;
import dev.millstream.configuration.Configuration;
import dev.millstream.engine.task.CoordinatorTask;
import dev.millstream.engine.task.RunningTask;
import dev.millstream.engine.task.Task;
import dev.millstream.graph.job.Bytes;
import dev.millstream.protocol.id.AllocationID;
import dev.millstream.protocol.id.ExecutionAttemptID;
import dev.millstream.protocol.id.PartitionID;
import dev.millstream.protocol.resourcemanager.RegisterTaskManager;
import dev.millstream.protocol.resourcemanager.SlotStatus;
import dev.millstream.protocol.task.Acknowledge;
import dev.millstream.protocol.task.ResultPartitionDescriptor;
import dev.millstream.protocol.task.TaskDeploymentDescriptor;
import dev.millstream.protocol.task.TaskOperationResult;
import dev.millstream.protocol.taskexecutor.CollectedResults;
import dev.millstream.protocol.taskexecutor.SlotRequest;
import dev.millstream.protocol.taskexecutor.SubmitTask;
import dev.millstream.protocol.taskexecutor.TaskExecutorGateway;
import dev.millstream.rpc.endpoint.EndpointContext;
import dev.millstream.rpc.endpoint.RpcEndpoint;
import dev.millstream.rpc.error.FencingException;
import dev.millstream.rpc.error.RpcException;
import dev.millstream.rpc.fencing.Epoch;
import dev.millstream.taskmanager.TaskManagerOptions;
import dev.millstream.taskmanager.slots.SlotTable;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.concurrent.CompletableFuture;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * A TaskManager's endpoint: offers its slots and runs tasks in them.
 *
 * <p>It is not fenced as a whole, as it serves components of several leaders: each call bears its
 * sender's epoch, and an outdated one is refused.
 */
public final class TaskExecutor extends RpcEndpoint implements TaskExecutorGateway {
    private static final Logger LOG = LoggerFactory.getLogger(TaskExecutor.class);

    private final TaskManagerIdentity identity;
    private final TaskManagerServices services;
    private final Timing timing;
    private final SlotTable slots;
    private final ResourceManagerConnection resourceManager;
    private final TaskRuns runs;
    private final Tenants tenants;
    private final Deployment deployment;
    private final CompletableFuture<Void> drained = new CompletableFuture<>();
    private @Nullable Epoch resourceManagerEpoch;
    private long registrations;
    private boolean reportsMetrics;
    private boolean stopping;

    /**
     * @param resourceManagerAddress where to register
     */
    public TaskExecutor(
            EndpointContext context,
            TaskManagerIdentity identity,
            TaskManagerServices services,
            String resourceManagerAddress) {
        super(context);
        this.identity = identity;
        this.services = services;
        this.timing = Timing.of(services.configuration());
        int slotCount = services.configuration().get(TaskManagerOptions.NUM_TASK_SLOTS);
        long managedBytes = managedBytes(services.configuration());
        this.slots = new SlotTable(identity.id(), slotCount, managedBytes, timing.slotTimeoutMs());
        RegisterTaskManager self =
                new RegisterTaskManager(
                        identity.id(),
                        context.address(),
                        identity.exchange(),
                        identity.host(),
                        slotCount,
                        managedBytes,
                        0);
        this.resourceManager =
                new ResourceManagerConnection(
                        resourceManagerAddress,
                        self,
                        slots::report,
                        timing.backoff(),
                        context.rpc(),
                        context.mainThread(),
                        this::nextRegistration);
        this.runs =
                new TaskRuns(
                        identity.id().value(), services, context.mainThread(), this::taskEnded);
        this.deployment = new Deployment(identity, services, timing, slots.shareBytes(), runs);
        this.tenants =
                new Tenants(
                        slots,
                        (address, epoch, listener) ->
                                new JobMasterConnection(
                                        address,
                                        epoch,
                                        self,
                                        timing.backoff(),
                                        context.rpc(),
                                        context.mainThread(),
                                        this::nextRegistration,
                                        listener),
                        runs,
                        resourceManager,
                        services,
                        context.mainThread());
    }

    @Override
    protected void onStart() {
        resourceManager.start();
    }

    /** Never twice the same, whomever this TaskManager registers with. */
    private long nextRegistration() {
        return ++registrations;
    }

    /** Fails all tasks, and waits until they have ended or were given up. */
    @Override
    protected CompletableFuture<Void> onStop() {
        stopping = true;
        String reason = "TaskManager " + identity.id() + " stops";
        resourceManager.stop(reason);
        tenants.evictAll(reason);
        completeIfDrained();
        return drained;
    }

    @Override
    public CompletableFuture<Acknowledge> requestSlot(SlotRequest request) {
        if (resourceManagerEpoch != null
                && request.resourceManager().compareTo(resourceManagerEpoch) < 0) {
            return CompletableFuture.failedFuture(
                    new FencingException(
                            context().address(),
                            Optional.of(resourceManagerEpoch),
                            request.resourceManager()));
        }
        resourceManagerEpoch = request.resourceManager();
        if (request.registration() < resourceManager.number()) {
            return refused(
                    identity.id()
                            + " has registered again: since registration "
                            + request.registration()
                            + " its slots may have changed");
        }
        if (!request.slot().taskManager().equals(identity.id())) {
            return refused("Slot " + request.slot() + " isn't one of " + identity.id());
        }
        return tenants.invite(request)
                .map(TaskExecutor::<Acknowledge>refused)
                .orElseGet(() -> CompletableFuture.completedFuture(Acknowledge.INSTANCE));
    }

    @Override
    public CompletableFuture<TaskOperationResult> submitTask(SubmitTask submit) {
        TaskDeploymentDescriptor task = submit.task();
        ExecutionAttemptID attempt = task.attempt();
        Optional<String> refusal = tenants.refusal(attempt.job(), submit.jobMaster());
        if (refusal.isEmpty() && runs.find(attempt).isPresent()) {
            // The call was repeated, as its first answer got lost.
            return answer(attempt, Optional.empty());
        }
        if (refusal.isEmpty()) {
            refusal = tenants.admit(task);
        }
        if (refusal.isEmpty()) {
            start(task, tenants.served(attempt.job()).orElseThrow());
        }
        return answer(attempt, refusal);
    }

    @Override
    public CompletableFuture<TaskOperationResult> cancelTask(
            ExecutionAttemptID attempt, Epoch jobMaster) {
        if (runs.find(attempt).isEmpty()) {
            return answer(attempt, Optional.empty());
        }
        Optional<String> refusal = tenants.refusal(attempt.job(), jobMaster);
        if (refusal.isEmpty()) {
            runs.cancel(attempt);
        }
        return answer(attempt, refusal);
    }

    @Override
    public CompletableFuture<Boolean> freeSlot(
            AllocationID allocation, Epoch jobMaster, String reason) {
        Optional<Epoch> owner = owner(allocation);
        if (owner.isPresent() && jobMaster.compareTo(owner.get()) < 0) {
            return CompletableFuture.failedFuture(
                    new FencingException(context().address(), owner, jobMaster));
        }
        tenants.free(allocation, reason);
        return CompletableFuture.completedFuture(owner(allocation).isEmpty());
    }

    @Override
    public void releasePartitions(List<PartitionID> partitions, Epoch jobMaster) {
        List<PartitionID> allowed =
                partitions.stream()
                        .filter(it -> tenants.refusal(it.producer().job(), jobMaster).isEmpty())
                        .toList();
        for (PartitionID partition : allowed) {
            tenants.served(partition.producer().job())
                    .ifPresent(job -> job.partitions().remove(partition));
        }
        services.exchange().releasePartitions(allowed);
    }

    @Override
    public void disconnectJobMaster(
            JobID job, Epoch jobMaster, OptionalLong registration, String reason) {
        if (tenants.isCurrent(job, registration)) {
            tenants.disconnect(job, jobMaster, reason);
        }
    }

    @Override
    public void requestSplit(ExecutionAttemptID coordinator, int subtask, String host) {
        toCoordinator(coordinator, task -> task.requestSplit(subtask, host));
    }

    @Override
    public void sourceEvent(ExecutionAttemptID attempt, int subtask, Bytes event) {
        deliver(
                attempt,
                running -> {
                    switch (running) {
                        case CoordinatorTask coordinator -> coordinator.sourceEvent(subtask, event);
                        case Task reader -> reader.sourceEvent(event);
                        default -> LOG.warn("{} takes no source events", attempt);
                    }
                });
    }

    @Override
    public CompletableFuture<CollectedResults> fetchCollected(
            ExecutionAttemptID attempt, String collectId, long offset) {
        return CompletableFuture.completedFuture(
                services.collectBuffers().fetch(attempt, collectId, offset));
    }

    private void start(TaskDeploymentDescriptor task, ServedJob job) {
        for (ResultPartitionDescriptor result : task.results()) {
            job.partitions().add(result.partition());
        }
        deployment.start(task, job);
        scheduleMetrics();
    }

    private void taskEnded(TaskRun run) {
        tenants.taskEnded(run);
        completeIfDrained();
    }

    private void completeIfDrained() {
        if (stopping && runs.all().isEmpty()) {
            drained.complete(null);
        }
    }

    private void toCoordinator(ExecutionAttemptID attempt, Consumer<CoordinatorTask> message) {
        deliver(
                attempt,
                running -> {
                    if (running instanceof CoordinatorTask coordinator) {
                        message.accept(coordinator);
                    } else {
                        LOG.warn("{} is no coordinator task", attempt);
                    }
                });
    }

    private void deliver(ExecutionAttemptID attempt, Consumer<RunningTask> message) {
        runs.find(attempt)
                .ifPresentOrElse(
                        run -> run.deliver(message),
                        () -> LOG.debug("A message for {} comes too late", attempt));
    }

    private void scheduleMetrics() {
        if (!reportsMetrics && !runs.all().isEmpty()) {
            reportsMetrics = true;
            mainThread().schedule(timing.metricsIntervalMs(), this::reportMetrics);
        }
    }

    private void reportMetrics() {
        reportsMetrics = false;
        for (TaskRun run : runs.all()) {
            run.task()
                    .ifPresent(task ->
                            run.job()
                                    .connection()
                                    .gateway()
                                    .ifPresent(
                                            to -> to.reportMetrics(run.attempt(), task.metrics())));
        }
        scheduleMetrics();
    }

    private Optional<Epoch> owner(AllocationID allocation) {
        return slots.report().stream()
                .flatMap(slot -> slot.owner().stream())
                .filter(owner -> owner.allocation().equals(allocation))
                .map(SlotStatus.Owner::jobMaster)
                .findFirst();
    }

    private static CompletableFuture<TaskOperationResult> answer(
            ExecutionAttemptID attempt, Optional<String> refusal) {
        return CompletableFuture.completedFuture(
                new TaskOperationResult(attempt, refusal.isEmpty(), refusal.orElse("")));
    }

    private static <T> CompletableFuture<T> refused(String reason) {
        return CompletableFuture.failedFuture(new RpcException(reason));
    }

    private static long managedBytes(Configuration configuration) {
        double fraction = configuration.get(TaskManagerOptions.MANAGED_FRACTION);
        return (long) (configuration.get(TaskManagerOptions.PROCESS_MEMORY).bytes() * fraction);
    }
}
