package dev.millstream.jobmanager.resourcemanager;

import dev.millstream.api.common.JobID;
import dev.millstream.configuration.Configuration;
import dev.millstream.jobmanager.Answers;
import dev.millstream.jobmanager.JobManagerOptions;
import dev.millstream.jobmanager.resourcemanager.provider.ResourceProvider;
import dev.millstream.jobmanager.resourcemanager.slots.SlotEffect;
import dev.millstream.jobmanager.resourcemanager.slots.SlotEvent;
import dev.millstream.jobmanager.resourcemanager.slots.SlotManager;
import dev.millstream.jobmanager.resourcemanager.slots.SlotManagerSettings;
import dev.millstream.jobmanager.resourcemanager.slots.SlotOwner;
import dev.millstream.platform.Platform;
import dev.millstream.platform.time.Clock;
import dev.millstream.protocol.id.AllocationID;
import dev.millstream.protocol.id.ResourceID;
import dev.millstream.protocol.id.SlotID;
import dev.millstream.protocol.jobmaster.JobMasterGateway;
import dev.millstream.protocol.resourcemanager.RegisterTaskManager;
import dev.millstream.protocol.resourcemanager.RegistrationResponse;
import dev.millstream.protocol.resourcemanager.RequiredSlots;
import dev.millstream.protocol.resourcemanager.ResourceManagerGateway;
import dev.millstream.protocol.resourcemanager.SlotStatus;
import dev.millstream.protocol.resourcemanager.TaskManagerInfo;
import dev.millstream.protocol.task.Acknowledge;
import dev.millstream.protocol.taskexecutor.SlotRequest;
import dev.millstream.protocol.taskexecutor.TaskExecutorGateway;
import dev.millstream.rpc.endpoint.EndpointContext;
import dev.millstream.rpc.endpoint.RpcEndpoint;
import dev.millstream.rpc.error.Failures;
import dev.millstream.rpc.error.FencingException;
import dev.millstream.rpc.error.RemoteException;
import dev.millstream.rpc.error.RpcException;
import dev.millstream.rpc.fencing.Epoch;
import java.util.List;
import java.util.OptionalLong;
import java.util.concurrent.CompletableFuture;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Grants slots to jobs. Decisions are {@link SlotManager}'s; this class turns calls into events and
 * effects into calls. Fenced by the leader's epoch.
 */
public final class ResourceManager extends RpcEndpoint implements ResourceManagerGateway {
    private static final Logger LOG = LoggerFactory.getLogger(ResourceManager.class);

    private final Clock clock;
    private final ResourceProvider provider;
    private final SlotManager slots;
    private final Epoch epoch;
    private final Peers<ResourceID, TaskExecutorGateway> taskExecutors;
    private final Peers<JobID, JobMasterGateway> jobMasters;
    private final Joining joining = new Joining();

    /**
     * @param context must have an epoch
     */
    public ResourceManager(
            EndpointContext context,
            Platform platform,
            Configuration configuration,
            ResourceProvider provider) {
        super(context);
        this.clock = platform.clock();
        this.provider = provider;
        this.epoch = context.epoch().orElseThrow();
        this.taskExecutors = new Peers<>(context);
        this.jobMasters = new Peers<>(context);
        SlotManagerSettings settings =
                new SlotManagerSettings(
                        configuration.get(JobManagerOptions.REQUIREMENT_CHECK_DELAY).toMillis(),
                        configuration.get(JobManagerOptions.ORPHAN_TIMEOUT).toMillis(),
                        configuration.get(JobManagerOptions.SLOT_RETRY_DELAY).toMillis());
        this.slots = new SlotManager(settings, platform.randomness());
    }

    @Override
    protected void onStart() {
        provider.start(mainThread(), this::disconnectTaskManager);
    }

    @Override
    protected CompletableFuture<Void> onStop() {
        return provider.stop();
    }

    @Override
    public CompletableFuture<RegistrationResponse> registerTaskManager(
            RegisterTaskManager info, List<SlotStatus> statuses) {
        long ticket = joining.begin(info.id());
        CompletableFuture<RegistrationResponse> answer = new CompletableFuture<>();
        Answers.whenDone(
                context().rpc().connect(info.rpcAddress(), TaskExecutorGateway.class),
                mainThread(),
                (gateway, failure) -> {
                    if (gateway != null) {
                        answer.complete(welcome(info, statuses, gateway));
                    } else {
                        answer.completeExceptionally(failure);
                    }
                    joining.end(ticket).forEach(this::dispatch);
                });
        return answer;
    }

    private RegistrationResponse welcome(
            RegisterTaskManager info, List<SlotStatus> statuses, TaskExecutorGateway gateway) {
        RegistrationResponse response = slots.welcome(info, statuses);
        switch (response) {
            case RegistrationResponse.RefuseRegistration(String reason) ->
                    LOG.warn("TaskManager {} is refused: {}", info.id(), reason);
            case RegistrationResponse.AcknowledgeRegistration(),
                    RegistrationResponse.AlreadyRegistered()
                    when slots.isRegistered(info.id(), info.registration()) ->
                    LOG.debug("TaskManager {} has said the same twice", info.id());
            case RegistrationResponse.AcknowledgeRegistration(),
                    RegistrationResponse.AlreadyRegistered() -> {
                LOG.info("TaskManager {} has joined with {} slots", info.id(), info.slots());
                taskExecutors.add(
                        info.id(),
                        gateway,
                        () -> lost(info.id(), info.registration(), "its connection broke"));
                dispatch(new SlotEvent.TaskManagerRegistered(info, statuses));
            }
        }
        return response;
    }

    @Override
    public void notifySlotFreed(SlotID slot, AllocationID allocation) {
        SlotEvent.SlotFreed freed = new SlotEvent.SlotFreed(slot, allocation);
        joining.told(freed);
        dispatch(freed);
    }

    @Override
    public void disconnectTaskManager(ResourceID taskManager, String reason) {
        slots.registration(taskManager).ifPresent(known -> lost(taskManager, known, reason));
    }

    /** A registration is over; not the TaskManager, if it has registered again since. */
    private void lost(ResourceID taskManager, long registration, String reason) {
        if (slots.isRegistered(taskManager, registration)) {
            LOG.info("TaskManager {} is gone: {}", taskManager, reason);
            taskExecutors.remove(taskManager);
            dispatch(new SlotEvent.TaskManagerGone(taskManager, registration, reason));
        }
    }

    @Override
    public CompletableFuture<Acknowledge> registerJobMaster(
            JobID job, Epoch jobMaster, String address) {
        if (slots.isOutdated(job, jobMaster)) {
            return outdated(job, jobMaster);
        }
        return Answers.map(
                context().rpc().connect(address, JobMasterGateway.class, jobMaster),
                mainThread(),
                gateway -> welcome(job, jobMaster, address, gateway));
    }

    private Acknowledge welcome(
            JobID job, Epoch jobMaster, String address, JobMasterGateway gateway) {
        if (!slots.isOutdated(job, jobMaster)) {
            Runnable onGone = () -> disconnectJobMaster(job, jobMaster, "It is gone");
            jobMasters.add(job, gateway, onGone);
            dispatch(new SlotEvent.JobMasterRegistered(job, jobMaster, address));
        }
        return Acknowledge.INSTANCE;
    }

    @Override
    public void disconnectJobMaster(JobID job, Epoch jobMaster, String reason) {
        if (!slots.isOutdated(job, jobMaster)) {
            jobMasters.remove(job);
        }
        dispatch(new SlotEvent.JobMasterGone(job, jobMaster, reason));
    }

    @Override
    public CompletableFuture<Acknowledge> declareRequiredSlots(
            RequiredSlots required, Epoch jobMaster) {
        if (!slots.isRegistered(required.job(), jobMaster)) {
            return outdated(required.job(), jobMaster);
        }
        dispatch(new SlotEvent.SlotsDeclared(required, jobMaster));
        return acknowledged();
    }

    @Override
    public CompletableFuture<List<TaskManagerInfo>> requestTaskManagers() {
        return CompletableFuture.completedFuture(slots.taskManagers());
    }

    private void dispatch(SlotEvent event) {
        slots.on(event, clock.monotonicMs()).forEach(this::perform);
        provider.observe(slots.taskManagers(), slots.waitingSlots());
    }

    private void perform(SlotEffect effect) {
        switch (effect) {
            case SlotEffect.RequestSlot(SlotID slot, SlotOwner owner, String address) ->
                    requestSlot(slot, owner, address);
            case SlotEffect.ReleaseSlot(SlotID slot, SlotOwner owner, String reason) ->
                    releaseSlot(slot, owner, reason);
            case SlotEffect.DropJob(ResourceID at, JobID job, Epoch of, String reason) ->
                    taskExecutors
                            .find(at)
                            .ifPresent(gateway ->
                                    gateway.disconnectJobMaster(
                                            job, of, OptionalLong.empty(), reason));
            case SlotEffect.TellTaskManagerGone tell ->
                    jobMasters
                            .find(tell.job())
                            .ifPresent(gateway ->
                                    gateway.disconnectTaskManager(
                                            tell.taskManager(),
                                            tell.registration(),
                                            tell.reason()));
            case SlotEffect.NotifyNotEnough(JobID job, Epoch _, int available) ->
                    jobMasters
                            .find(job)
                            .ifPresent(gateway -> gateway.notifyNotEnoughResources(available));
            case SlotEffect.AskProvider(JobID job, Epoch of, int missing) -> {
                if (!provider.requestSlots(missing)) {
                    dispatch(new SlotEvent.ProviderRefused(job, of));
                }
            }
            case SlotEffect.Later(long delayMs, SlotEvent event) ->
                    mainThread().schedule(delayMs, () -> dispatch(event));
        }
    }

    private void requestSlot(SlotID slot, SlotOwner owner, String jobMasterAddress) {
        SlotRequest request =
                new SlotRequest(
                        slot,
                        owner.job(),
                        owner.allocation(),
                        jobMasterAddress,
                        owner.jobMaster(),
                        epoch,
                        slots.registration(slot.taskManager()).orElseThrow());
        Answers.whenDone(
                taskExecutors
                        .find(slot.taskManager())
                        .map(gateway -> gateway.requestSlot(request))
                        .orElseGet(() -> notConnected(slot.taskManager())),
                mainThread(),
                (_, failure) ->
                        dispatch(
                                new SlotEvent.SlotRequestAnswered(
                                        slot, owner.allocation(), answer(slot, failure))));
    }

    /** A failure that the TaskManager itself sent is a refusal; all others say nothing. */
    private static SlotEvent.Answer answer(SlotID slot, @Nullable Throwable failure) {
        if (failure == null) {
            return SlotEvent.Answer.ACCEPTED;
        }
        Throwable cause = Failures.unwrapped(failure);
        LOG.info("Slot {} was not granted: {}", slot, cause.getMessage());
        boolean refused =
                cause instanceof RemoteException
                        || cause instanceof FencingException
                        || cause.getClass() == RpcException.class;
        return refused ? SlotEvent.Answer.REFUSED : SlotEvent.Answer.UNKNOWN;
    }

    private void releaseSlot(SlotID slot, SlotOwner owner, String reason) {
        Answers.whenDone(
                taskExecutors
                        .find(slot.taskManager())
                        .map(to -> to.freeSlot(owner.allocation(), owner.jobMaster(), reason))
                        .orElseGet(() -> notConnected(slot.taskManager())),
                mainThread(),
                (free, failure) -> {
                    if (Boolean.TRUE.equals(free)) {
                        dispatch(new SlotEvent.ReleaseAcknowledged(slot, owner.allocation()));
                    } else {
                        LOG.info("Slot {} is not free yet", slot, failure);
                    }
                });
    }

    private <T> CompletableFuture<T> outdated(JobID job, Epoch jobMaster) {
        return CompletableFuture.failedFuture(
                new RpcException(
                        "JobMaster "
                                + jobMaster
                                + " of job "
                                + job
                                + " is not registered, or was replaced"));
    }

    private static <T> CompletableFuture<T> notConnected(ResourceID taskManager) {
        return CompletableFuture.failedFuture(
                new RpcException("TaskManager " + taskManager + " is not connected"));
    }

    private static CompletableFuture<Acknowledge> acknowledged() {
        return CompletableFuture.completedFuture(Acknowledge.INSTANCE);
    }
}
