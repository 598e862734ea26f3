package dev.millstream.client.job;

import dev.millstream.api.common.JobID;
import dev.millstream.protocol.dispatcher.DispatcherGateway;
import dev.millstream.protocol.dispatcher.SubmitJob;
import dev.millstream.protocol.job.JobDetails;
import dev.millstream.protocol.job.JobResult;
import dev.millstream.protocol.job.StateChange;
import dev.millstream.protocol.task.Acknowledge;
import dev.millstream.protocol.taskexecutor.CollectedResults;
import java.util.List;
import java.util.concurrent.CompletableFuture;

/** A cluster whose Dispatcher is called itself, as in the same process. */
public record DispatcherAccess(DispatcherGateway dispatcher) implements JobAccess {
    @Override
    public CompletableFuture<Acknowledge> submitJob(SubmitJob job) {
        return dispatcher.submitJob(job);
    }

    @Override
    public CompletableFuture<JobDetails> requestJobDetails(JobID job) {
        return dispatcher.requestJobDetails(job);
    }

    @Override
    public CompletableFuture<Acknowledge> cancelJob(JobID job) {
        return dispatcher.cancelJob(job);
    }

    @Override
    public CompletableFuture<List<StateChange>> requestStateChanges(JobID job, long afterSequence) {
        return dispatcher.requestStateChanges(job, afterSequence);
    }

    @Override
    public CompletableFuture<JobResult> requestJobResult(JobID job) {
        return dispatcher.requestJobResult(job);
    }

    @Override
    public CompletableFuture<CollectedResults> fetchCollected(
            JobID job, String collectId, long offset) {
        return dispatcher.fetchCollected(job, collectId, offset);
    }
}
