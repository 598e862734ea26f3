package dev.millstream.taskmanager.executor;

import dev.millstream.api.common.JobID;
import dev.millstream.platform.time.Cancellable;
import dev.millstream.protocol.id.AllocationID;
import dev.millstream.protocol.id.ExecutionAttemptID;
import dev.millstream.protocol.id.PartitionID;
import dev.millstream.protocol.id.SlotID;
import dev.millstream.protocol.jobmaster.JobMasterGateway;
import dev.millstream.protocol.jobmaster.SlotOffer;
import dev.millstream.protocol.resourcemanager.SlotStatus;
import dev.millstream.protocol.task.TaskDeploymentDescriptor;
import dev.millstream.protocol.taskexecutor.SlotRequest;
import dev.millstream.rpc.endpoint.MainThread;
import dev.millstream.rpc.fencing.Epoch;
import dev.millstream.taskmanager.job.JobEffect;
import dev.millstream.taskmanager.job.JobEvent;
import dev.millstream.taskmanager.job.JobTable;
import dev.millstream.taskmanager.slots.SlotEffect;
import dev.millstream.taskmanager.slots.SlotEvent;
import dev.millstream.taskmanager.slots.SlotTable;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.TreeMap;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Who has which slot: carries out what the tables of slots and jobs decide. Belongs to the main
 * thread of the TaskExecutor.
 */
final class Tenants {
    /** Makes a connection to a JobMaster, without starting it. */
    interface Connector {
        JobMasterConnection connect(
                String address, Epoch epoch, JobMasterConnection.Listener listener);
    }

    private static final Logger LOG = LoggerFactory.getLogger(Tenants.class);
    private static final long OFFER_RETRY_MS = 200;

    private final SlotTable slots;
    private final Connector connector;
    private final TaskRuns runs;
    private final ResourceManagerConnection resourceManager;
    private final TaskManagerServices services;
    private final MainThread mainThread;
    private final JobTable jobs = new JobTable();
    private final Map<JobID, ServedJob> served = new TreeMap<>();
    private final Map<AllocationID, Cancellable> timeouts = new TreeMap<>();

    Tenants(
            SlotTable slots,
            Connector connector,
            TaskRuns runs,
            ResourceManagerConnection resourceManager,
            TaskManagerServices services,
            MainThread mainThread) {
        this.slots = slots;
        this.connector = connector;
        this.runs = runs;
        this.resourceManager = resourceManager;
        this.services = services;
        this.mainThread = mainThread;
    }

    /**
     * A slot is requested for a job.
     *
     * @return why it can't have it; empty when it has it
     */
    Optional<String> invite(SlotRequest request) {
        Optional<String> refusal =
                applyJobs(
                        jobs.on(
                                new JobEvent.Invited(
                                        request.job(),
                                        request.jobMasterAddress(),
                                        request.jobMaster())));
        if (refusal.isPresent()) {
            return refusal;
        }
        refusal =
                applySlots(
                        new SlotEvent.Requested(
                                request.slot().index(),
                                request.job(),
                                request.allocation(),
                                request.jobMaster()));
        forgetIfVacant(request.job());
        return refusal;
    }

    /** Why a call of a JobMaster isn't obeyed; empty when it is. */
    Optional<String> refusal(JobID job, Epoch jobMaster) {
        return jobs.refusal(job, jobMaster);
    }

    Optional<ServedJob> served(JobID job) {
        return Optional.ofNullable(served.get(job));
    }

    /**
     * Takes an attempt into its slot.
     *
     * @return why not; empty when it is in
     */
    Optional<String> admit(TaskDeploymentDescriptor task) {
        Optional<String> refusal = slots.refusal(task.attempt().job(), task.allocation());
        if (refusal.isEmpty()) {
            applySlots(new SlotEvent.TaskStarted(task.allocation(), task.attempt()));
        }
        return refusal;
    }

    /** An attempt no longer occupies its slot. */
    void taskEnded(TaskRun run) {
        ServedJob job = run.job();
        if (served.get(job.job()) != job) {
            releaseLeftPartitions(job);
        }
        applySlots(new SlotEvent.TaskEnded(run.descriptor().allocation(), run.attempt()));
    }

    void free(AllocationID allocation, String reason) {
        applySlots(new SlotEvent.Released(allocation, reason));
    }

    /** Whether no later registration with the job's JobMaster was begun than this one. */
    boolean isCurrent(JobID job, OptionalLong registration) {
        ServedJob current = served.get(job);
        return current == null
                || registration.isEmpty()
                || registration.getAsLong() >= current.connection().number();
    }

    /** A JobMaster says that its job is over here, or was found to be gone. */
    void disconnect(JobID job, Epoch jobMaster, String reason) {
        applyJobs(jobs.on(new JobEvent.Disconnected(job, jobMaster, reason)));
    }

    /** Ends everything. */
    void evictAll(String reason) {
        for (JobID job : jobs.jobs()) {
            served(job).ifPresent(it -> disconnect(job, it.epoch(), reason));
        }
    }

    List<SlotStatus> report() {
        return slots.report();
    }

    private Optional<String> applyJobs(List<JobEffect> effects) {
        Optional<String> refusal = Optional.empty();
        for (JobEffect effect : effects) {
            switch (effect) {
                case JobEffect.Connect(JobID job, String address, Epoch epoch) ->
                        connect(job, address, epoch);
                case JobEffect.OfferSlots(JobID job, Epoch _) -> offer(job);
                case JobEffect.Evict(JobID job, Epoch _, String reason) -> evict(job, reason);
                case JobEffect.Refuse(String reason) -> refusal = Optional.of(reason);
                case JobEffect.Forget(JobID job, Epoch _) -> forget(job);
            }
        }
        return refusal;
    }

    private Optional<String> applySlots(SlotEvent event) {
        Optional<String> refusal = Optional.empty();
        for (SlotEffect effect : slots.on(event, services.platform().clock().monotonicMs())) {
            switch (effect) {
                case SlotEffect.Grant(SlotID _, JobID job, AllocationID _) -> offer(job);
                case SlotEffect.Refuse(String reason) -> refusal = Optional.of(reason);
                case SlotEffect.StartTimeout(AllocationID allocation, long delayMs) ->
                        timeouts.put(
                                allocation,
                                mainThread.schedule(
                                        delayMs,
                                        () -> applySlots(new SlotEvent.TimeoutDue(allocation))));
                case SlotEffect.StopTimeout(AllocationID allocation) -> stopTimeout(allocation);
                case SlotEffect.FailTasks(List<ExecutionAttemptID> attempts, String reason) ->
                        attempts.forEach(
                                attempt -> runs.fail(attempt, "its slot is freed: " + reason));
                case SlotEffect.AnnounceFree(
                                SlotID slot,
                                JobID job,
                                AllocationID allocation,
                                String reason) -> {
                    LOG.debug("Slot {} of job {} is free: {}", slot, job, reason);
                    resourceManager.slotFreed(slot, allocation);
                    forgetIfVacant(job);
                }
            }
        }
        return refusal;
    }

    private void stopTimeout(AllocationID allocation) {
        Cancellable timer = timeouts.remove(allocation);
        if (timer != null) {
            timer.cancel();
        }
    }

    private void connect(JobID job, String address, Epoch epoch) {
        JobMasterConnection connection =
                connector.connect(
                        address,
                        epoch,
                        new JobMasterConnection.Listener() {
                            @Override
                            public void connected() {
                                applyJobs(jobs.on(new JobEvent.Connected(job, epoch)));
                            }

                            @Override
                            public void gone(String reason) {
                                disconnect(job, epoch, reason);
                            }
                        });
        served.put(job, new ServedJob(job, epoch, connection, mainThread));
        connection.start();
    }

    private void offer(JobID job) {
        ServedJob to = served.get(job);
        List<SlotOffer> offers = slots.offers(job);
        if (to == null || to.isOffering() || offers.isEmpty()) {
            return;
        }
        to.connection().gateway().ifPresent(gateway -> offer(to, gateway, offers));
    }

    private void offer(ServedJob to, JobMasterGateway gateway, List<SlotOffer> offers) {
        to.offering(true);
        Answers.handle(
                gateway.offerSlots(offers.getFirst().slot().taskManager(), offers),
                mainThread,
                (accepted, failure) -> {
                    to.offering(false);
                    if (failure == null) {
                        offerAnswered(offers, accepted);
                        offer(to.job());
                    } else {
                        to.connection().callFailed(failure);
                        mainThread.schedule(OFFER_RETRY_MS, () -> offer(to.job()));
                    }
                });
    }

    private void offerAnswered(List<SlotOffer> offers, List<AllocationID> accepted) {
        for (SlotOffer offer : offers) {
            applySlots(
                    accepted.contains(offer.allocation())
                            ? new SlotEvent.Accepted(offer.allocation())
                            : new SlotEvent.Released(
                                    offer.allocation(), "its JobMaster doesn't want it"));
        }
    }

    private void evict(JobID job, String reason) {
        ServedJob evicted = served.remove(job);
        if (evicted == null) {
            return;
        }
        LOG.info("Job {} with epoch {} is over here: {}", job, evicted.epoch(), reason);
        for (TaskRun run : runs.all()) {
            if (run.job() == evicted) {
                runs.fail(run.attempt(), reason);
            }
        }
        evicted.close();
        releaseLeftPartitions(evicted);
        for (AllocationID allocation : slots.allocations(job)) {
            applySlots(new SlotEvent.Released(allocation, reason));
        }
    }

    /** Releases what ended attempts of an evicted job have left; the others' follow. */
    private void releaseLeftPartitions(ServedJob evicted) {
        List<PartitionID> left = new ArrayList<>();
        for (PartitionID partition : evicted.partitions()) {
            if (runs.find(partition.producer()).isEmpty()) {
                left.add(partition);
            }
        }
        left.forEach(evicted.partitions()::remove);
        if (!left.isEmpty()) {
            services.exchange().releasePartitions(left);
        }
    }

    private void forgetIfVacant(JobID job) {
        ServedJob candidate = served.get(job);
        if (candidate != null
                && candidate.connection().gateway().isEmpty()
                && slots.allocations(job).isEmpty()) {
            applyJobs(jobs.on(new JobEvent.Vacated(job, candidate.epoch())));
        }
    }

    private void forget(JobID job) {
        ServedJob forgotten = served.remove(job);
        if (forgotten != null) {
            forgotten.close();
        }
    }
}
