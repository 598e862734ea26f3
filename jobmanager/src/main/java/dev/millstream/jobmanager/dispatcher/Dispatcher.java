package dev.millstream.jobmanager.dispatcher;

import dev.millstream.api.common.JobID;
import dev.millstream.api.common.JobStatus;
import dev.millstream.graph.job.BlobKey;
import dev.millstream.graph.job.Bytes;
import dev.millstream.graph.job.JobGraph;
import dev.millstream.jobmanager.Answers;
import dev.millstream.jobmanager.EndpointNames;
import dev.millstream.jobmanager.JobManagerOptions;
import dev.millstream.jobmanager.blob.BlobLimits;
import dev.millstream.jobmanager.blob.BlobStore;
import dev.millstream.jobmanager.jobmaster.JobMasterServices;
import dev.millstream.jobmanager.jobmaster.executiongraph.MalformedJobException;
import dev.millstream.jobmanager.jobmaster.scheduler.JobScheduler;
import dev.millstream.jobmanager.ledger.JobLedger;
import dev.millstream.protocol.dispatcher.DispatcherGateway;
import dev.millstream.protocol.dispatcher.SubmitJob;
import dev.millstream.protocol.job.JobDetails;
import dev.millstream.protocol.job.JobHistory;
import dev.millstream.protocol.job.JobOverview;
import dev.millstream.protocol.job.JobResult;
import dev.millstream.protocol.job.StateChange;
import dev.millstream.protocol.resourcemanager.ResourceManagerGateway;
import dev.millstream.protocol.resourcemanager.TaskManagerInfo;
import dev.millstream.protocol.task.Acknowledge;
import dev.millstream.protocol.taskexecutor.CollectedResults;
import dev.millstream.rpc.endpoint.EndpointContext;
import dev.millstream.rpc.endpoint.RpcEndpoint;
import dev.millstream.rpc.error.RpcException;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.function.Function;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Takes jobs in, starts a JobMaster for each, and answers clients. Fenced by the leader's epoch. A
 * JobMaster that throws is restarted twice, then its job fails; other jobs notice nothing.
 */
public final class Dispatcher extends RpcEndpoint implements DispatcherGateway {
    private static final Logger LOG = LoggerFactory.getLogger(Dispatcher.class);

    private final JobMasterServices services;
    private final int historyCapacity;
    private final JobTable jobs;
    private final BlobStore blobs;
    private final JobLedger ledger;

    /** One that leaves nothing to the next one. */
    public Dispatcher(EndpointContext context, JobMasterServices services) {
        this(context, services, JobLedger.NONE);
    }

    /**
     * @param context must have an epoch: JobMasters bear the same leader's
     * @param ledger tells which jobs an earlier Dispatcher has lost
     */
    public Dispatcher(EndpointContext context, JobMasterServices services, JobLedger ledger) {
        super(context);
        this.services = services;
        this.ledger = ledger;
        this.historyCapacity = services.configuration().get(JobManagerOptions.STATE_CHANGES);
        this.jobs = new JobTable(services.configuration().get(JobManagerOptions.FINISHED_JOBS));
        this.blobs =
                new BlobStore(
                        services.blobs(),
                        BlobLimits.of(services.configuration()),
                        context.mainThread());
    }

    @Override
    protected void onStart() {
        long nowWallMs = services.platform().clock().wallMs();
        for (JobLedger.Entry job : ledger.lost().reversed()) {
            LOG.warn("Job '{}' ({}) was lost with its JobManager", job.name(), job.job());
            jobs.addEnded(LostJobs.record(job, nowWallMs));
        }
    }

    /** Jobs that still run are lost; those that were before need not be told of again. */
    @Override
    protected CompletableFuture<Void> onStop() {
        ledger.lost().forEach(job -> ledger.ended(job.job()));
        return CompletableFuture.completedFuture(null);
    }

    @Override
    protected void onChildFailed(String childName, Throwable cause, int restarts) {
        LOG.error("{} crashed after {} restarts", childName, restarts, cause);
        for (RunningJob job : jobs.running()) {
            if (EndpointNames.jobMaster(job.record().id()).equals(childName)
                    && job.crashed(cause, restarts)) {
                forgetSlots(job);
            }
        }
    }

    /** The JobMaster can't say itself that its slots aren't wanted any more. */
    private void forgetSlots(RunningJob job) {
        Answers.whenDone(
                resourceManager(),
                mainThread(),
                (gateway, failure) -> {
                    if (gateway != null) {
                        gateway.disconnectJobMaster(
                                job.record().id(), job.epoch(), "Its JobMaster crashed");
                    } else {
                        LOG.warn("The ResourceManager was not found", failure);
                    }
                });
    }

    @Override
    public CompletableFuture<Boolean> hasBlob(BlobKey blob) {
        return CompletableFuture.completedFuture(blobs.has(blob));
    }

    @Override
    public CompletableFuture<Acknowledge> writeBlob(BlobKey blob, long offset, Bytes piece) {
        return blobs.write(blob, offset, piece, this::isInUse);
    }

    private boolean isInUse(BlobKey blob) {
        return jobs.running().stream().anyMatch(job -> job.graph().jars().contains(blob));
    }

    @Override
    public CompletableFuture<Acknowledge> submitJob(SubmitJob job) {
        JobGraph graph = job.jobGraph();
        Optional<String> refusal = refusal(graph);
        if (refusal.isPresent()) {
            return refused(refusal.get());
        }
        long nowWallMs = services.platform().clock().wallMs();
        return Answers.flatMap(
                ledger.begun(new JobLedger.Entry(graph.jobId(), graph.name(), nowWallMs)),
                mainThread(),
                _ -> begin(graph, nowWallMs));
    }

    /** While the job was noted another may have come, or its jar gone. */
    private CompletableFuture<Acknowledge> begin(JobGraph graph, long startWallMs) {
        Optional<String> refusal = refusal(graph);
        if (refusal.isPresent()) {
            if (jobs.record(graph.jobId()).isEmpty()) {
                ledger.ended(graph.jobId());
            }
            return refused(refusal.get());
        }
        JobRecord record = new JobRecord(graph, startWallMs, historyCapacity);
        LOG.info("Job '{}' ({}) is submitted", graph.name(), graph.jobId());
        jobs.add(new RunningJob(context(), services, graph, record, this::ended));
        return acknowledged();
    }

    private Optional<String> refusal(JobGraph graph) {
        if (jobs.record(graph.jobId()).isPresent()) {
            return Optional.of("Job " + graph.jobId() + " is known already");
        }
        try {
            JobScheduler.check(graph);
        } catch (MalformedJobException e) {
            return Optional.of(String.valueOf(e.getMessage()));
        }
        return blobs.missing(graph.jars())
                .map(blob ->
                        "Job '"
                                + graph.name()
                                + "' needs the jar "
                                + blob.sha256()
                                + ", which is not here; upload it first");
    }

    private void ended(RunningJob job) {
        LOG.info("Job {} has ended: {}", job.record().id(), job.record().status());
        jobs.ended(job.record().id());
        ledger.ended(job.record().id());
    }

    @Override
    public CompletableFuture<List<JobOverview>> listJobs() {
        return CompletableFuture.completedFuture(
                jobs.records().stream().map(JobRecord::overview).toList());
    }

    @Override
    public CompletableFuture<JobDetails> requestJobDetails(JobID job) {
        return jobs.running(job)
                .map(running -> running.gateway().requestJobDetails())
                .orElseGet(() ->
                        known(job, record -> CompletableFuture.completedFuture(record.details())));
    }

    @Override
    public CompletableFuture<Acknowledge> cancelJob(JobID job) {
        return jobs.running(job)
                .map(running -> running.gateway().cancel())
                .orElseGet(() ->
                        known(
                                job,
                                record ->
                                        record.status() == JobStatus.CANCELED
                                                ? acknowledged()
                                                : hasEnded(record)));
    }

    @Override
    public CompletableFuture<List<StateChange>> requestStateChanges(JobID job, long afterSequence) {
        return known(job, record -> record.history().after(afterSequence));
    }

    @Override
    public CompletableFuture<JobResult> requestJobResult(JobID job) {
        return known(job, JobRecord::result);
    }

    @Override
    public CompletableFuture<CollectedResults> fetchCollected(
            JobID job, String collectId, long offset) {
        return jobs.running(job)
                .map(running -> running.gateway().fetchCollected(collectId, offset))
                .orElseGet(() -> known(job, Dispatcher::hasEnded));
    }

    @Override
    public CompletableFuture<List<TaskManagerInfo>> requestTaskManagers() {
        return resourceManager().thenCompose(ResourceManagerGateway::requestTaskManagers);
    }

    @Override
    public CompletableFuture<JobGraph> requestJobGraph(JobID job) {
        return known(job, record -> CompletableFuture.completedFuture(record.graph()));
    }

    @Override
    public CompletableFuture<JobHistory> requestJobHistory(JobID job) {
        return known(job, record -> CompletableFuture.completedFuture(record.events()));
    }

    private CompletableFuture<ResourceManagerGateway> resourceManager() {
        return context()
                .rpc()
                .connect(services.resourceManagerAddress(), ResourceManagerGateway.class);
    }

    private <T> CompletableFuture<T> known(
            JobID job, Function<JobRecord, CompletableFuture<T>> answer) {
        return jobs.record(job)
                .map(answer)
                .orElseGet(() ->
                        refused(
                                "There is no job "
                                        + job
                                        + "; it may have ended long ago"
                                        + " (jobstore.max-capacity)"));
    }

    private static <T> CompletableFuture<T> hasEnded(JobRecord record) {
        return refused("Job " + record.id() + " has ended already: " + record.status());
    }

    private static <T> CompletableFuture<T> refused(String reason) {
        return CompletableFuture.failedFuture(new RpcException(reason));
    }

    private static CompletableFuture<Acknowledge> acknowledged() {
        return CompletableFuture.completedFuture(Acknowledge.INSTANCE);
    }
}
