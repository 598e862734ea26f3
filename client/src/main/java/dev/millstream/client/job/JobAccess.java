package dev.millstream.client.job;

import dev.millstream.api.common.JobID;
import dev.millstream.protocol.dispatcher.SubmitJob;
import dev.millstream.protocol.job.JobDetails;
import dev.millstream.protocol.job.JobResult;
import dev.millstream.protocol.job.StateChange;
import dev.millstream.protocol.task.Acknowledge;
import dev.millstream.protocol.taskexecutor.CollectedResults;
import java.util.List;
import java.util.concurrent.CompletableFuture;

/**
 * What clients ask of a cluster about jobs, however it is reached. Each method is as that of the
 * same name of {@link dev.millstream.protocol.dispatcher.DispatcherGateway}. Thread-safe.
 */
public interface JobAccess {
    CompletableFuture<Acknowledge> submitJob(SubmitJob job);

    CompletableFuture<JobDetails> requestJobDetails(JobID job);

    CompletableFuture<Acknowledge> cancelJob(JobID job);

    CompletableFuture<List<StateChange>> requestStateChanges(JobID job, long afterSequence);

    CompletableFuture<JobResult> requestJobResult(JobID job);

    CompletableFuture<CollectedResults> fetchCollected(JobID job, String collectId, long offset);
}
