package dev.millstream.protocol.dispatcher;

import dev.millstream.api.common.JobID;
import dev.millstream.graph.job.BlobKey;
import dev.millstream.graph.job.Bytes;
import dev.millstream.graph.job.JobGraph;
import dev.millstream.protocol.job.JobDetails;
import dev.millstream.protocol.job.JobHistory;
import dev.millstream.protocol.job.JobOverview;
import dev.millstream.protocol.job.JobResult;
import dev.millstream.protocol.job.StateChange;
import dev.millstream.protocol.resourcemanager.TaskManagerInfo;
import dev.millstream.protocol.task.Acknowledge;
import dev.millstream.protocol.taskexecutor.CollectedResults;
import dev.millstream.rpc.gateway.RpcGateway;
import dev.millstream.rpc.gateway.RpcMethod;
import java.util.List;
import java.util.concurrent.CompletableFuture;

/** What can be asked of the Dispatcher, on behalf of clients. Fenced by the leader's epoch. */
public interface DispatcherGateway extends RpcGateway {
    /** Whether a jar is here already. */
    @RpcMethod(1)
    CompletableFuture<Boolean> hasBlob(BlobKey blob);

    /**
     * Pieces arrive in order, at most 1 MiB each; the last one completes the blob, whose hash is
     * then checked.
     */
    @RpcMethod(2)
    CompletableFuture<Acknowledge> writeBlob(BlobKey blob, long offset, Bytes piece);

    /**
     * Answered once the job is accepted and its JobMaster started; fails when the job is malformed
     * or known already.
     */
    @RpcMethod(3)
    CompletableFuture<Acknowledge> submitJob(SubmitJob job);

    @RpcMethod(4)
    CompletableFuture<List<JobOverview>> listJobs();

    @RpcMethod(5)
    CompletableFuture<JobDetails> requestJobDetails(JobID job);

    @RpcMethod(6)
    CompletableFuture<Acknowledge> cancelJob(JobID job);

    /**
     * Changes after the given sequence number; waits until there is at least one. None: the job has
     * ended, and there never will be.
     */
    @RpcMethod(value = 7, unbounded = true)
    CompletableFuture<List<StateChange>> requestStateChanges(JobID job, long afterSequence);

    /** Answered when the job has ended. */
    @RpcMethod(value = 8, unbounded = true)
    CompletableFuture<JobResult> requestJobResult(JobID job);

    @RpcMethod(9)
    CompletableFuture<CollectedResults> fetchCollected(JobID job, String collectId, long offset);

    @RpcMethod(10)
    CompletableFuture<List<TaskManagerInfo>> requestTaskManagers();

    /** The job as it was submitted, but without its functions: their bytes are empty. */
    @RpcMethod(11)
    CompletableFuture<JobGraph> requestJobGraph(JobID job);

    @RpcMethod(12)
    CompletableFuture<JobHistory> requestJobHistory(JobID job);
}
